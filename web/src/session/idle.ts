import { useEffect, useState } from 'react'
import { onAnswer } from '../api/client'
import type { Session } from '../api/types'

/** Seconds before the end at which the warning opens. */
export const warning = 120

const key = 'openimr.heard'
const minute = 60_000

// Any tab's answer keeps the session of all of them.
export function rememberAnswers(): void {
  onAnswer(() => localStorage.setItem(key, String(Date.now())))
}

/** When the session ends, in milliseconds since 1970, if no request follows the last one. */
export function idleEnd(session: Session, heard: number): number {
  return heard + session.idle_minutes * minute
}

/** Seconds until the session ends for want of requests; null while there is no session or the end is far. */
export function useIdleSeconds(session: Session | null): number | null {
  const [left, setLeft] = useState<number | null>(null)
  useEffect(() => {
    if (!session) return setLeft(null)
    const look = () => {
      const heard = Number(localStorage.getItem(key) ?? Date.now())
      const seconds = Math.ceil((idleEnd(session, heard) - Date.now()) / 1000)
      setLeft(seconds <= warning ? Math.max(0, seconds) : null)
    }
    look()
    const timer = setInterval(look, 1000)
    return () => clearInterval(timer)
  }, [session])
  return left
}
