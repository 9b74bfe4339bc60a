import { expect, test } from 'vitest'
import { type Clock, nextClock, placeIn, spanOf } from './clocks'

const clock = (rule: string, due: string | null, state: string, more: Partial<Clock> = {}): Clock => ({
  rule, what: 'do it', from: '2015-10-01', due, kept: null, state, flag: false, section: 'S 1', standing: 'confirmed', ...more,
})

test('the next deadline is the first that still runs; flags and kept ones do not count', () => {
  const clocks = [
    clock('kept', '2015-10-02', 'kept'), clock('flag', '2015-10-03', 'open', { flag: true }), clock('later', '2015-10-20', 'open'),
    clock('late', '2015-10-05', 'overdue'), clock('none', null, 'open'),
  ]
  expect(nextClock(clocks)?.rule).toBe('late')
  expect(nextClock(clocks.slice(0, 2))).toBeNull()
})

test('the span has room for every day and for today', () => {
  const clocks = [clock('a', '2015-10-09', 'open'), clock('b', '2015-10-02', 'kept late', { kept: '2015-10-21T09:00' })]
  expect(spanOf(clocks, '2015-10-13')).toEqual({ first: '2015-10-01', last: '2015-10-21' })
  expect(spanOf([], '2015-10-13')).toEqual({ first: '2015-10-13', last: '2015-10-13' })
})

test('a day stands in the span by its distance from the first', () => {
  const span = { first: '2015-10-01', last: '2015-10-21' }
  expect(placeIn(span, '2015-10-01')).toBe(0)
  expect(placeIn(span, '2015-10-06T23:59')).toBe(25)
  expect(placeIn(span, '2015-10-21')).toBe(100)
  expect(placeIn({ first: '2015-10-01', last: '2015-10-01' }, '2015-10-01')).toBe(0)
})
