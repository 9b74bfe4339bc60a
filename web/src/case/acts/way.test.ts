import { expect, test } from 'vitest'
import { isWayOpen } from './way'

test('a way has to be named where somebody whom the paper goes to agreed on none', () => {
  const parties = [{ role: 'employee', by: 'mail' }, { role: 'insurer', by: null }]
  expect(isWayOpen(parties, ['employee'])).toBe(false)
  expect(isWayOpen(parties, ['employee', 'insurer'])).toBe(true)
  expect(isWayOpen(parties, [])).toBe(false)
})
