import { askedFor, taken } from './early'
import { ApiError, offline, problemOf } from './problem'
import type { Address, Answer, Asked, Method, Params, Sent } from './types'

export interface Answered<T> {
  data: T
  /** Names this state of what was read; give it to the change as `ifMatch`. */
  etag: string | null
}

export interface Sending {
  ifMatch?: string | null
  /** Made anew for each call; give one to send the same change again after a reload. */
  key?: string
  /** No second attempt where the network fails. */
  once?: boolean
  headers?: Record<string, string>
  signal?: AbortSignal
}

const pauses = [300, 900, 2700]
let csrf = ''
let heard: () => void = () => undefined

/** The token that changes need; the session brings it. */
export const useToken = (token: string): void => void (csrf = token)
/** Called after each answer, since each keeps the session alive. */
export const onAnswer = (listener: () => void): void => void (heard = listener)

export async function read<P extends Address<'get'>>(path: P, asked: Asked<'get', P>, signal?: AbortSignal) {
  return (await call<Answer<'get', P>>('get', path, asked as Parts, signal ? { signal } : {}))
}

export async function get<P extends Address<'get'>>(path: P, asked: Asked<'get', P>, signal?: AbortSignal) {
  return (await read(path, asked, signal)).data
}

/** A change: with the token of the session, and made once however often the network asks for it again. */
export async function send<M extends Exclude<Method, 'get'>, P extends Address<M>>(
  method: M, path: P, sent: Sent<M, P>, how: Sending = {},
) {
  return call<Answer<M, P>>(method, path, sent as Parts, how)
}

/** Bytes instead of a value. One attempt: after a failure only the server knows how far it got. */
export async function sendBytes<P extends Address<'patch'>>(
  path: P, params: Params<'patch', P>, body: Blob, headers: Record<string, string>, signal?: AbortSignal,
) {
  const how = { once: true, headers, ...(signal && { signal }) }
  return call<Answer<'patch', P>>('patch', path, { params, body } as Parts, how)
}

export interface Parts {
  params?: Record<string, string | number>
  query?: Record<string, unknown>
  body?: unknown
}

/** `/api/cases/{number}` with its parts filled in; a query leaves out what is undefined, null or empty; a list stands several times. */
export function address(path: string, { params, query }: Parts): string {
  const filled = path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(String(params?.[name] ?? '')))
  const asked = new URLSearchParams()
  for (const [name, value] of Object.entries(query ?? {})) {
    for (const each of Array.isArray(value) ? value : [value]) {
      if (each !== undefined && each !== null && each !== '') asked.append(name, String(each))
    }
  }
  return asked.size > 0 ? `${filled}?${asked}` : filled
}

async function call<T>(method: Method, path: string, parts: Parts, how: Sending): Promise<Answered<T>> {
  const answer = await attempt(address(path, parts), request(method, parts.body, how), how.once ? [] : pauses)
  heard()
  if (!answer.ok) throw await problemOf(answer)
  const data = answer.status === 204 ? undefined : await answer.json()
  return { data: data as T, etag: answer.headers.get('ETag') }
}

function request(method: Method, body: unknown, { ifMatch, key, headers: more, signal }: Sending): RequestInit {
  const headers = new Headers({ Accept: askedFor, ...more })
  const bytes = body instanceof Blob
  if (method !== 'get' && csrf) headers.set('X-CSRF-Token', csrf)
  if (method === 'post') headers.set('Idempotency-Key', key ?? newKey())
  if (ifMatch) headers.set('If-Match', ifMatch)
  if (body !== undefined) headers.set('Content-Type', bytes ? 'application/octet-stream' : 'application/json')
  return {
    method: method.toUpperCase(),
    headers,
    credentials: 'same-origin',
    ...(body !== undefined && { body: bytes ? body : JSON.stringify(body) }),
    ...(signal && { signal }),
  }
}

/** As long as a UUID's 16 bytes, and there on pages without TLS too. */
export function newKey(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('')
}

async function attempt(url: string, init: RequestInit, waits: number[]): Promise<Response> {
  try {
    return await ((init.method === 'GET' && taken(url)) || fetch(url, init))
  } catch (error) {
    if (init.signal?.aborted || !(error instanceof TypeError)) throw error
    const [wait, ...later] = waits
    if (wait === undefined) throw offline()
    await new Promise((resolve) => setTimeout(resolve, wait))
    return attempt(url, init, later)
  }
}

export { ApiError }
