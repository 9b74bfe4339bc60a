import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { ApiError, newKey, send } from '../../api/client'
import type { Answer } from '../../api/types'
import { apiKey } from '../../api/use-api'
import { useSession } from '../../session/session'
import { begunUpload, forgetBegun, keepBegun } from '../../upload/begun'
import { sendFile } from '../../upload/send-file'
import { pause, transportOf } from '../../upload/transport'

export interface Row {
  file: File
  sent: number
  state: 'waiting' | 'sending' | 'paused' | 'sent' | 'failed'
}

export type Received = Answer<'post', '/api/cases/{number}/records'>

export type Phase =
  | { name: 'choosing' }
  | { name: 'sending' | 'reading'; rows: Row[] }
  | { name: 'stopped'; rows: Row[]; error: ApiError | null }
  | { name: 'received'; received: Received }

/** Sends files one after the other and hands them over as records of the case when all have arrived. */
export function useUploads(number: string) {
  const account = useSession(true)?.account ?? ''
  const queries = useQueryClient()
  const [phase, setPhase] = useState<Phase>({ name: 'choosing' })
  const running = useRef<AbortController | null>(null)
  useEffect(() => () => running.current?.abort(), [])

  const start = async (files: File[]) => {
    const control = new AbortController()
    running.current = control
    let rows = files.map((file): Row => ({ file, sent: 0, state: 'waiting' }))
    const show = (at: number, change: Partial<Row>) => {
      rows = rows.map((row, index) => (index === at ? { ...row, ...change } : row))
      if (!control.signal.aborted) setPhase({ name: 'sending', rows })
    }
    try {
      const uploads: string[] = []
      for (const [at, file] of files.entries()) {
        show(at, { state: 'sending' })
        uploads.push(await sendOne(file, account, number, control.signal, (change) => show(at, change)))
        show(at, { state: 'sent', sent: file.size })
      }
      setPhase({ name: 'reading', rows })
      const handed = { params: { number }, body: { uploads } }
      const { data } = await send('post', '/api/cases/{number}/records', handed, { key: newKey(), signal: control.signal })
      files.forEach((file) => forgetBegun(account, number, file))
      setPhase({ name: 'received', received: data })
      await queries.invalidateQueries({ queryKey: apiKey('/api/cases/{number}') })
    } catch (error) {
      if (running.current !== control) return
      if (!control.signal.aborted && !(error instanceof ApiError)) throw error
      const failed = rows.map((row): Row => (row.state === 'sent' ? row : { ...row, state: 'failed' }))
      setPhase({ name: 'stopped', rows: failed, error: control.signal.aborted ? null : (error as ApiError) })
    }
  }
  return {
    phase,
    start: (files: File[]) => void start(files),
    stop: () => running.current?.abort(),
    choose: () => setPhase({ name: 'choosing' }),
  }
}

async function sendOne(file: File, account: string, number: string, signal: AbortSignal, show: (change: Partial<Row>) => void) {
  const { upload } = await sendFile(file, transportOf(number, signal), {
    begun: begunUpload(account, number, file),
    onBegun: (id) => keepBegun(account, number, file, id),
    onProgress: (sent) => show({ sent, state: 'sending' }),
    onPause: () => show({ state: 'paused' }),
    wait: (attempt) => pause(attempt, signal),
  })
  return upload
}
