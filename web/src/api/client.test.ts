import { webcrypto } from 'node:crypto'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { address, get, send, useToken } from './client'
import { ApiError } from './problem'

const answers: (Response | Error)[] = []
const asked: { url: string; init: RequestInit }[] = []

beforeEach(() => {
  answers.length = 0
  asked.length = 0
  useToken('token-1')
  vi.useFakeTimers({ shouldAdvanceTime: true, advanceTimeDelta: 500 })
  vi.stubGlobal('crypto', webcrypto) // Node 18 has none of its own
  vi.stubGlobal('fetch', async (url: string, init: RequestInit) => {
    asked.push({ url, init })
    const answer = answers.shift() ?? new Error('no answer left')
    if (answer instanceof Error) throw answer
    return answer
  })
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

const json = (value: unknown, init?: ResponseInit) => new Response(JSON.stringify(value), init)
const header = (name: string, at = 0) => new Headers(asked[at]?.init.headers).get(name)
const caught = async (work: Promise<unknown>) => (await work.catch((error: unknown) => error)) as ApiError
const decline = { params: { number: 'EX-100' }, body: { why: 'A conflict of interest' } }

test('an address takes its parts encoded and leaves out what is not asked', () => {
  expect(address('/api/cases/{number}', { params: { number: 'A/../B?' } })).toBe('/api/cases/A%2F..%2FB%3F')
  expect(address('/api/work', { query: { role: 'intake', cursor: undefined, overdue: '' } })).toBe('/api/work?role=intake')
  expect(address('/api/determinations', { query: { where: ['drug:a&b', 'year:2016'] } })).toBe('/api/determinations?where=drug%3Aa%26b&where=year%3A2016')
})

test('a read carries neither token nor key', async () => {
  answers.push(json({ status: 'ok' }))
  expect(await get('/health', {})).toEqual({ status: 'ok' })
  expect(header('X-CSRF-Token')).toBeNull()
  expect(header('Idempotency-Key')).toBeNull()
})

test('a change carries the token, the key and the state it is made to', async () => {
  answers.push(json({}, { headers: { ETag: '"8"' } }))
  const { etag } = await send('post', '/api/cases/{number}/submission', { params: { number: 'EX-100' }, body: { summary: 'x' } }, { ifMatch: '"7"' })
  expect(etag).toBe('"8"')
  expect(header('X-CSRF-Token')).toBe('token-1')
  expect(header('If-Match')).toBe('"7"')
  expect(header('Idempotency-Key')).toMatch(/^[0-9a-f]{32}$/)
})

test('where the network fails the same change is sent again with the same key', async () => {
  answers.push(new TypeError('network'), new TypeError('network'), json({}))
  await send('post', '/api/cases/{number}/draft', { params: { number: 'EX-100' } })
  expect(asked).toHaveLength(3)
  expect(header('Idempotency-Key', 2)).toBe(header('Idempotency-Key', 0))
})

test('after the last attempt the error says that the server cannot be reached', async () => {
  answers.push(...Array.from({ length: 9 }, () => new TypeError('network')))
  const error = await caught(send('delete', '/api/cases/{number}/acceptance', decline))
  expect(error.code).toBe('offline')
  expect(asked).toHaveLength(4)
})

test('what is to be tried once is tried once', async () => {
  answers.push(new TypeError('network'), json({}))
  expect((await caught(send('delete', '/api/session', {}, { once: true }))).code).toBe('offline')
  expect(asked).toHaveLength(1)
})

test('an answer of the server, also a refusal, is never asked for again', async () => {
  const problem = { type: 'about:blank', status: 412, code: 'changed', title: 'Changed meanwhile', fields: [{ field: 'why', message: 'm' }] }
  answers.push(json(problem, { status: 412 }), json({}))
  const error = await caught(send('delete', '/api/cases/{number}/acceptance', decline))
  expect(error).toBeInstanceOf(ApiError)
  expect([error.code, error.message, error.changedMeanwhile, error.fields]).toEqual(['changed', 'Changed meanwhile', true, problem.fields])
  expect(asked).toHaveLength(1)
})

test('an answer that is no problem document is told by its status', async () => {
  answers.push(new Response('<html>', { status: 502, statusText: 'Bad Gateway' }))
  expect((await caught(get('/health', {}))).message).toBe('The server answered 502 Bad Gateway')
})
