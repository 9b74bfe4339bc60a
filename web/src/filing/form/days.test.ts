import { expect, test } from 'vitest'
import { isoDay, joinDay, partsOf } from './days'

test('a day of the calendar gets its zeros; anything else is none', () => {
  const cases: [string, string | null][] = [
    ['2015-8-3', '2015-08-03'], ['2015-08-03', '2015-08-03'], ['2016-2-29', '2016-02-29'],
    ['2015-2-29', null], ['2015-13-1', null], ['2015-4-31', null], ['2015-0-1', null], ['15-8-3', null],
    ['2015--3', null], ['', null], ['2015-8-x', null],
  ]
  for (const [written, iso] of cases) expect(isoDay(written), written).toBe(iso)
})

test('half of a day survives its way through one value', () => {
  expect(partsOf(joinDay({ year: ' 2015', month: '', day: '3' }))).toEqual({ year: '2015', month: '', day: '3' })
  expect(joinDay({ year: '', month: ' ', day: '' })).toBe('')
  expect(partsOf('')).toEqual({ year: '', month: '', day: '' })
})
