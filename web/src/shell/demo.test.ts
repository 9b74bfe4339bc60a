import { afterEach, expect, test, vi } from 'vitest'
import { isDemo } from './demo'

const told = (page: object | undefined) => vi.stubGlobal('performance', { getEntriesByType: () => (page ? [page] : []) })
afterEach(() => vi.unstubAllGlobals())

test.each([
  ['said by the server', { serverTiming: [{ name: 'cache' }, { name: 'demo' }] }, true],
  ['another timing', { serverTiming: [{ name: 'cache' }] }, false],
  ['a browser that tells none', {}, false],
  ['no entry', undefined, false],
])('a demo: %s', (_, page, expected) => {
  told(page)
  expect(isDemo()).toBe(expected)
})
