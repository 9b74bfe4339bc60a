import { expect, test } from 'vitest'
import { momentOf } from './moment'

test('a day, a day with a time, or now', () => {
  expect(momentOf('', '', '2015-10-13')).toEqual({ errors: [] })
  expect(momentOf('2015-10-12', '', '2015-10-13').on).toBe('2015-10-12')
  expect(momentOf('2015-10-13', '09:30', '2015-10-13').on).toBe('2015-10-13T09:30')
})

test('a time without a day, and a day to come, are wrong', () => {
  expect(momentOf('', '09:30', '2015-10-13').errors[0]?.message).toBe('Enter the day too')
  expect(momentOf('2015-10-14', '', '2015-10-13').errors[0]?.message).toBe('This day is still to come')
})
