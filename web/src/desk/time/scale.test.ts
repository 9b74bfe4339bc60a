import { expect, test } from 'vitest'
import { scaleOf, ticksOf } from './scale'

test('days stand between the first and the last', () => {
  const scale = scaleOf(['2015-08-19', '2014-09-09', '2015-01-01'])!
  expect([scale.first, scale.last]).toEqual(['2014-09-09', '2015-08-19'])
  expect(scale.at('2014-09-09')).toBe(0)
  expect(scale.at('2015-08-19')).toBe(100)
  expect(scale.at('2015-02-28')).toBe(50)
})

test('one day alone is a scale too, no day is none', () => {
  expect(scaleOf(['2015-08-19'])?.at('2015-08-19')).toBe(0)
  expect(scaleOf([])).toBeNull()
  expect(scaleOf(['unknown'])).toBeNull()
})

test('ticks are beginnings of months, or of years where there are many', () => {
  expect(ticksOf(scaleOf(['2014-09-09', '2015-08-19'])!, 4).map(({ says }) => says)).toEqual(['Oct 2014', 'Jan 2015', 'Apr 2015', 'Jul 2015'])
  expect(ticksOf(scaleOf(['2001-03-01', '2015-08-19'])!, 8).map(({ says }) => says)).toEqual(['2002', '2004', '2006', '2008', '2010', '2012', '2014'])
  expect(ticksOf(scaleOf(['2015-08-02', '2015-08-19'])!, 4)).toEqual([])
})
