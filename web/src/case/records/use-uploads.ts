import { useEffect, useRef, useState } from 'react'
import { send } from '../../api/client'
import { ApiError } from '../../api/problem'
import { useSession } from '../../session/session'
import { begunUpload, forgetBegun, keepBegun } from '../../upload/begun'
import { sendFile } from '../../upload/send-file'
import { transportOf } from '../../upload/transport'

export interface Sent {
  id: number
  file: File
  state: 'sending' | 'stopped' | 'done' | 'failed'
  sent: number
  upload: string | null
  /** Why it was refused. */
  why: string
}

interface Run {
  control: AbortController
  /** Where it waits for a connection. */
  goOn?: () => void
}

const pieceSize = 2 * 1024 * 1024
let last = 0

/** The files that are being sent to a case. What stopped for want of a connection goes on when it is back, or is told to. */
export function useUploads(number: string, from: string) {
  const account = useSession()?.account ?? ''
  const [all, setAll] = useState<Sent[]>([])
  const running = useRef(new Map<number, Run>())
  const change = (id: number, part: Partial<Sent>) => setAll((now) => now.map((each) => (each.id === id ? { ...each, ...part } : each)))

  const start = async ({ id, file }: Sent) => {
    const run: Run = { control: new AbortController() }
    const { signal } = run.control
    running.current.set(id, run)
    try {
      const { upload } = await sendFile(file, transportOf(number, signal, from), {
        pieceSize,
        begun: begunUpload(account, number, file),
        onBegun: (begun) => keepBegun(account, number, file, begun),
        onProgress: (sent) => change(id, { sent, state: 'sending' }),
        onPause: () => change(id, { state: 'stopped' }),
        wait: () => new Promise((resolve, reject) => {
          run.goOn = resolve
          signal.addEventListener('abort', () => reject(signal.reason as Error))
        }),
      })
      change(id, { state: 'done', upload })
    } catch (error) {
      if (error instanceof ApiError) change(id, { state: 'failed', why: error.words })
      else if (!signal.aborted) throw error
    } finally {
      running.current.delete(id)
    }
  }
  const add = (files: File[]) => {
    const more = files.map((file): Sent => ({ id: ++last, file, state: 'sending', sent: 0, upload: null, why: '' }))
    setAll((now) => [...now, ...more])
    for (const each of more) void start(each)
  }
  const goOn = ({ id }: Sent) => running.current.get(id)?.goOn?.()
  const remove = ({ id, file, upload }: Sent) => {
    running.current.get(id)?.control.abort()
    forgetBegun(account, number, file)
    if (upload) void send('delete', '/api/cases/{number}/uploads/{upload}', { params: { number, upload } }).catch(() => undefined)
    setAll((now) => now.filter((each) => each.id !== id))
  }
  useEffect(() => {
    const { current } = running
    const goOnAll = () => current.forEach((run) => run.goOn?.())
    addEventListener('online', goOnAll)
    return () => {
      removeEventListener('online', goOnAll)
      current.forEach(({ control }) => control.abort())
    }
  }, [])
  return { all, add, remove, goOn, forgetAll: () => all.forEach(({ file }) => forgetBegun(account, number, file)) }
}
