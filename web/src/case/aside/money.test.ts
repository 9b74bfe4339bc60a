import { expect, test } from 'vitest'
import { formatCents } from './money'

test('cents are told as dollars', () => {
  expect(formatCents(39000)).toBe('$390.00')
  expect(formatCents(123456789)).toBe('$1,234,567.89')
  expect(formatCents(5)).toBe('$0.05')
})
