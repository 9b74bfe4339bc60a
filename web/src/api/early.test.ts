import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { begin, taken } from './early'

const asked: string[] = []

beforeEach(() => {
  asked.length = 0
  vi.stubGlobal('fetch', (address: string) => {
    asked.push(address)
    return Promise.resolve(new Response(address))
  })
})
afterEach(() => {
  vi.unstubAllGlobals()
  vi.useRealTimers()
})

test('an answer is taken once, and only while it is new', async () => {
  vi.useFakeTimers()
  begin(['/api/session', '/api/work?limit=50'])
  expect(asked).toEqual(['/api/session', '/api/work?limit=50'])
  expect(await (await taken('/api/session'))?.text()).toBe('/api/session')
  expect(taken('/api/session')).toBeUndefined()
  expect(taken('/api/else')).toBeUndefined()
  vi.advanceTimersByTime(20_000)
  expect(taken('/api/work?limit=50')).toBeUndefined()
})
