import { expect, test } from 'vitest'
import { daysBetween, dueInWords, formatDay } from './days'

test.each([
  ['2015-08-25', 'Aug 25, 2015'],
  ['2015-08-05T09:05', 'Aug 5, 2015, 9:05 am'],
  ['2015-12-31T00:00', 'Dec 31, 2015, 12:00 am'],
  ['2015-12-31T12:30', 'Dec 31, 2015, 12:30 pm'],
  ['soon', 'soon'],
])('%s is written %s', (iso, written) => expect(formatDay(iso)).toBe(written))

test.each([
  ['2015-10-11', '2 days late'],
  ['2015-10-12T23:59', '1 day late'],
  ['2015-10-13', 'due today'],
  ['2015-10-14', 'due tomorrow'],
  ['2015-10-16', 'in 3 days'],
  [null, 'no date'],
])('due on %s is %s', (due, words) => expect(dueInWords(due, '2015-10-13')).toBe(words))

test('summer time and leap days make no difference', () => {
  expect(daysBetween('2016-02-28', '2016-03-01')).toBe(2)
  expect(daysBetween('2015-10-24', '2015-11-02')).toBe(9)
})
