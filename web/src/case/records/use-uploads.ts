import { useEffect, useRef, useState } from 'react'
import { send } from '../../api/client'
import { ApiError } from '../../api/problem'
import { useSession } from '../../session/session'
import { forget, isOffline, sendFile } from './upload'

export interface Sent {
  id: number
  file: File
  state: 'sending' | 'stopped' | 'done' | 'failed'
  sent: number
  upload: string | null
  /** Why it was refused. */
  why: string
}

let last = 0

/** The files that are being sent to a case. What stopped for want of a connection goes on when it is back. */
export function useUploads(number: string, from: string) {
  const token = useSession()?.csrf ?? ''
  const [all, setAll] = useState<Sent[]>([])
  const running = useRef(new Map<number, AbortController>())
  const change = (id: number, part: Partial<Sent>) => setAll((now) => now.map((each) => (each.id === id ? { ...each, ...part } : each)))

  const start = async ({ id, file }: Sent) => {
    const stop = new AbortController()
    running.current.set(id, stop)
    change(id, { state: 'sending', why: '' })
    try {
      const upload = await sendFile({ number, file, from, token, signal: stop.signal, onProgress: (sent) => change(id, { sent }) })
      change(id, { state: 'done', upload })
    } catch (error) {
      if (isOffline(error)) change(id, { state: 'stopped' })
      else if (error instanceof ApiError) change(id, { state: 'failed', why: [error.message, error.detail].filter(Boolean).join(' ') })
      else if (!stop.signal.aborted) throw error
    } finally {
      running.current.delete(id)
    }
  }
  const add = (files: File[]) => {
    const more = files.map((file): Sent => ({ id: ++last, file, state: 'sending', sent: 0, upload: null, why: '' }))
    setAll((now) => [...now, ...more])
    for (const each of more) void start(each)
  }
  const remove = ({ id, file, upload }: Sent) => {
    running.current.get(id)?.abort()
    forget(number, file)
    if (upload) void send('delete', '/api/cases/{number}/uploads/{upload}', { params: { number, upload } }).catch(() => undefined)
    setAll((now) => now.filter((each) => each.id !== id))
  }
  const stopped = all.filter(({ state }) => state === 'stopped')
  useEffect(() => {
    const goOn = () => stopped.forEach((each) => void start(each))
    addEventListener('online', goOn)
    return () => removeEventListener('online', goOn)
  })
  useEffect(() => {
    const { current } = running
    return () => current.forEach((stop) => stop.abort())
  }, [])
  return { all, add, remove, goOn: start, forgetAll: () => all.forEach(({ file }) => forget(number, file)) }
}
