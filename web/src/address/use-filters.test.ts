import { expect, test } from 'vitest'
import { readFilters, writeFilters } from './use-filters'

const defaults = { state: 'all', q: '' }

test('what the address does not say has its default', () => {
  expect(readFilters(new URLSearchParams('q=soma&other=1'), defaults)).toEqual({ state: 'all', q: 'soma' })
})

test('a default leaves the address, and what is not ours stays', () => {
  const next = writeFilters(new URLSearchParams('state=late&other=1'), defaults, { state: 'all', q: 'soma & more' })
  expect(next.toString()).toBe('other=1&q=soma+%26+more')
})
