import { ApiError } from '../api/problem'
import type { Schema } from '../api/types'

export type Upload = Schema<'Upload'>

/** What sending a file needs of the server. */
export interface Transport {
  begin: (name: string, size: number) => Promise<Upload>
  /** How far an upload is by what the server kept. */
  look: (upload: string) => Promise<Upload>
  piece: (upload: string, offset: number, bytes: Blob) => Promise<Upload>
}

export interface Sending {
  /** Bytes sent at once; a mebibyte where it is left out. */
  pieceSize?: number
  /** An upload of this file that was begun before. */
  begun?: string | undefined
  onBegun: (upload: string) => void
  onProgress: (sent: number) => void
  /** The connection is lost; the file waits for it. */
  onPause: () => void
  /** Ends when it is worth another attempt, the nth in a row. */
  wait: (attempt: number) => Promise<void>
}

const usualPiece = 1 << 20
// Of answers that are failures of the server. A lost connection is waited for without end.
const mostFailures = 6

/**
 * Sends a file piece by piece until the server has all of it. After any failure that may pass, the server is asked how far
 * it got, and sending goes on from there. Throws what does not pass: a refusal, a signed-out session.
 */
export async function sendFile(file: File, transport: Transport, sending: Sending): Promise<Upload> {
  const persist = persistent(sending)
  const { pieceSize = usualPiece } = sending
  let upload = sending.begun ? await persist(() => lookOrNull(transport, sending.begun!)) : null
  if (upload?.size !== file.size) upload = await persist(() => transport.begin(file.name.slice(-200), file.size))
  sending.onBegun(upload.upload)
  sending.onProgress(upload.offset)
  while (upload.offset < file.size) {
    const { upload: id, offset }: Upload = upload
    let failed = false
    upload = await persist(() => {
      if (failed) return transport.look(id)
      failed = true
      return transport.piece(id, offset, file.slice(offset, offset + pieceSize))
    })
    sending.onProgress(upload.offset)
  }
  return upload
}

/** What was begun and is no longer there (it has expired, or was finished) begins anew. */
async function lookOrNull(transport: Transport, upload: string): Promise<Upload | null> {
  try {
    return await transport.look(upload)
  } catch (error) {
    if (error instanceof ApiError && (error.status === 404 || error.status === 410)) return null
    throw error
  }
}

function persistent({ wait, onPause }: Sending) {
  return async <T>(attempt: () => Promise<T>): Promise<T> => {
    for (let attempts = 1, failures = 0; ; ++attempts) {
      try {
        return await attempt()
      } catch (error) {
        if (!mayPass(error) || (error.code !== 'offline' && ++failures >= mostFailures)) throw error
        onPause()
        await wait(attempts)
      }
    }
  }
}

/** No connection, a server that is busy or restarts, or bytes that it has already. */
function mayPass(error: unknown): error is ApiError {
  return error instanceof ApiError && (error.status === 0 || [408, 409, 429].includes(error.status) || error.status >= 500)
}
