import { expect, test } from 'vitest'
import { type Comparison, differenceInWords, halvesOf, periodInWords, periodParams, readPeriods } from './period'

const row = (value: string, items: number, overturned: number): Comparison['earlier'] => ({
  value, items, overturned, upheld: items - overturned, few: items < 30, share: items > 0 ? { value: overturned / items, low: 0, high: 1 } : null,
})

test('the address of a comparison', () => {
  const periods = { earlier: { from: '2016-01', until: '2016-06' }, later: { from: '2016-07', until: '2016-12' } }
  const params = periodParams(periods, [{ field: 'drug', value: 'carisoprodol' }])
  expect(params.toString()).toBe('where=drug%3Acarisoprodol&earlier=2016-01..2016-06&later=2016-07..2016-12')
  expect(readPeriods(params)).toEqual(periods)
  expect(readPeriods(new URLSearchParams('earlier=2016-01..2016-06'))).toBeNull()
  expect(readPeriods(new URLSearchParams('earlier=2016-13..2016-06&later=2017-01..2017-02'))).toBeNull()
})

test('a period in words', () => {
  const said = (from: string, until: string) => periodInWords({ from, until })
  expect(said('2016-01', '2016-06')).toBe('Jan to Jun 2016')
  expect(said('2015-07', '2016-01')).toBe('Jul 2015 to Jan 2016')
  expect(said('2016-02', '2016-02')).toBe('Feb 2016')
})

test('to begin with, the months that have items are halved', () => {
  const halves = halvesOf(['2015-01', '2015-05', '2016-02'])
  expect(halves && [halves.earlier, halves.later].map(periodInWords)).toEqual(['Jan to Jul 2015', 'Aug 2015 to Feb 2016'])
  expect(halvesOf(['2015-12', '2016-01'])).toEqual({ earlier: { from: '2015-12', until: '2015-12' }, later: { from: '2016-01', until: '2016-01' } })
  expect(halvesOf(['2016-01'])).toBeNull()
  expect(halvesOf([])).toBeNull()
})

test('the difference in words, and how sure it is', () => {
  const of = (value: number, low: number, high: number, probability: number) =>
    differenceInWords({ earlier: row('2016-01..2016-06', 100, 10), later: row('2016-07..2016-12', 100, 13), difference: { value, low, high, probability } })
  expect(of(0.03, -0.06, 0.12, 0.507)).toEqual([
    'Overturned: 10.0 % in Jan to Jun 2016, 13.0 % in Jul to Dec 2016. The difference is +3.0 points, 95 % interval −6.0 to +12.0.',
    'Chance alone makes a difference as large in about 51 of 100 such comparisons. The interval holds 0: it may be none at all.',
  ])
  expect(of(0.03, 0.01, 0.05, 0.004)[1]).toBe('Chance alone makes a difference as large in fewer than 1 of 100 such comparisons.')
  expect(of(0.03, 0.01, 0.05, 0.0001)[1]).toContain('1 of 1,000')
  expect(differenceInWords({ earlier: row('', 0, 0), later: row('', 9, 1), difference: null })).toEqual(['A period without a decided item cannot be compared.'])
})
