import { expect, test } from 'vitest'
import { isMonth, monthAfter, monthInWords, monthsUntil } from './months'

test('months go over the end of a year', () => {
  expect(monthAfter('2015-12', 1)).toBe('2016-01')
  expect(monthAfter('2015-01', -1)).toBe('2014-12')
  expect(monthAfter('2015-10', -22)).toBe('2013-12')
  expect(monthsUntil('2015-02-13', 3)).toEqual(['2015-02', '2015-01', '2014-12'])
})

test('months in words, and what is one', () => {
  expect(monthInWords('2015-10')).toBe('October 2015')
  expect(['2015-10', '2015-13', '2015-00', '2015-1', ''].map(isMonth)).toEqual([true, false, false, false, false])
})
