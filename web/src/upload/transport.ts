import { get, newKey, send, sendBytes } from '../api/client'
import { offline } from '../api/problem'
import type { Transport } from './send-file'

const longestPiece = 120_000

/** How the records of a case reach the server, from the party that is named, or from who is signed in. `signal` ends it; a piece that takes too long counts as a lost connection. */
export function transportOf(number: string, signal: AbortSignal, from = ''): Transport {
  const key = newKey()
  return {
    begin: async (name, size) => {
      const sent = { params: { number }, body: { name, size, ...(from && { from }) } }
      return (await send('post', '/api/cases/{number}/uploads', sent, { key, once: true, signal })).data
    },
    look: (upload) => get('/api/cases/{number}/uploads/{upload}', { params: { number, upload } }, signal),
    piece: async (upload, offset, bytes) => {
      const hurry = new AbortController()
      const stop = () => hurry.abort()
      const timer = setTimeout(stop, longestPiece)
      signal.addEventListener('abort', stop)
      try {
        const headers = { 'Upload-Offset': String(offset) }
        return (await sendBytes('/api/cases/{number}/uploads/{upload}', { number, upload }, bytes, headers, hurry.signal)).data
      } catch (error) {
        if (hurry.signal.aborted && !signal.aborted) throw offline()
        throw error
      } finally {
        clearTimeout(timer)
        signal.removeEventListener('abort', stop)
      }
    },
  }
}

/** Waits longer each time, or until the browser says that the connection is back. */
export function pause(attempt: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const done = () => {
      clearTimeout(timer)
      removeEventListener('online', done)
      signal.removeEventListener('abort', stop)
      resolve()
    }
    const stop = () => {
      done()
      reject(signal.reason as Error)
    }
    const timer = setTimeout(done, Math.min(15_000, 500 * 2 ** attempt))
    addEventListener('online', done)
    signal.addEventListener('abort', stop)
  })
}
