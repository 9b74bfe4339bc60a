import { ApiError, offline, problemOf } from '../../api/problem'
import { address, send } from '../../api/client'
import type { Schema } from '../../api/types'

type Upload = Schema<'Upload'>

export const pieceSize = 2 * 1024 * 1024

interface Sending {
  number: string
  file: File
  from: string
  token: string
  signal: AbortSignal
  onProgress: (sent: number) => void
}

/**
 * Sends a file piece by piece and gives the id of its upload. Where the same file was begun before in this tab, it goes
 * on from what is kept. Fails as `offline` when the connection is gone; call it again to go on.
 */
export async function sendFile({ number, file, from, token, signal, onProgress }: Sending): Promise<string> {
  let { upload, offset } = await begunOrNew(number, file, from)
  onProgress(offset)
  while (offset < file.size) {
    const url = address('/api/cases/{number}/uploads/{upload}', { params: { number, upload } })
    const answer = await sendPiece(url, file.slice(offset, offset + pieceSize), offset, token, signal)
    offset = answer.offset
    onProgress(offset)
  }
  return upload
}

async function begunOrNew(number: string, file: File, from: string): Promise<Upload> {
  const key = keyOf(number, file)
  const begun = sessionStorage.getItem(key)
  if (begun) {
    const kept = await stateOf(number, begun)
    if (kept?.size === file.size) return kept
  }
  const body = { name: file.name, size: file.size, ...(from && { from }) }
  const { data } = await send('post', '/api/cases/{number}/uploads', { params: { number }, body })
  sessionStorage.setItem(key, data.upload)
  return data
}

async function stateOf(number: string, upload: string): Promise<Upload | null> {
  const answer = await fetch(address('/api/cases/{number}/uploads/{upload}', { params: { number, upload } })).catch(() => null)
  if (answer === null) throw offline()
  return answer.ok ? ((await answer.json()) as Upload) : null
}

async function sendPiece(url: string, piece: Blob, offset: number, token: string, signal: AbortSignal): Promise<Upload> {
  const headers = { 'Content-Type': 'application/octet-stream', 'Upload-Offset': String(offset), 'X-CSRF-Token': token }
  const answer = await fetch(url, { method: 'PATCH', headers, body: piece, signal }).catch((error: unknown) => {
    if (signal.aborted) throw error
    throw offline()
  })
  if (!answer.ok) throw await problemOf(answer)
  return (await answer.json()) as Upload
}

/** The upload is a record now, or was given up: the file may be sent again. */
export const forget = (number: string, file: File): void => sessionStorage.removeItem(keyOf(number, file))

// Without the name of the file, which may be that of a person.
const keyOf = (number: string, { size, lastModified }: File) => `openimr.upload ${number} ${size} ${lastModified}`

export const isOffline = (error: unknown): boolean => error instanceof ApiError && error.code === 'offline'
export const percentOf = (sent: number, size: number): number => (size === 0 ? 100 : Math.floor((100 * sent) / size))
