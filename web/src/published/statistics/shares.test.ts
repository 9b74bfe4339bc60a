import { expect, test } from 'vitest'
import { isTime, orderAfter, pointsOf, readOrder, type Row, sentenceOf, sorted, type Statistics, writeOrder } from './shares'

const row = (value: string | null, items: number, overturned: number, low = 0.1, high = 0.3): Row => ({
  value, items, overturned, upheld: items - overturned, few: items < 30, share: items > 0 ? { value: overturned / items, low, high } : null,
})
const of = (by: string, ...rows: Row[]): Statistics => ({ by, says: by, fields: [], rows, all: row(null, 213, 26) })

test('the figures in a sentence', () => {
  expect(sentenceOf(row(null, 213, 26, 0.0846, 0.1729))).toBe('Overturned: 26 of 213 decided items, 12.2 %, 95 % interval 8.5 to 17.3.')
  expect(sentenceOf(row(null, 1, 0, 0, 0.7935))).toBe('Overturned: 0 of 1 decided item, 0.0 %, 95 % interval 0.0 to 79.3.')
  expect(sentenceOf(row(null, 0, 0))).toBe('No decided item fits these conditions.')
})

test('of many values those with the most items are drawn, of none that has no item', () => {
  const many = Array.from({ length: 30 }, (_, at) => row(`drug ${at}`, at, 0))
  const points = pointsOf(of('drug', ...many))
  expect(points).toHaveLength(20)
  expect(points[0]).toMatchObject({ label: 'drug 29', at: null, share: 0, few: true })
  expect(pointsOf(of('drug', row(null, 40, 4)))[0]).toMatchObject({ label: 'Not stated', share: 10, low: 10, high: 30, few: false })
})

test('time is drawn in its order, broken where a month is missing', () => {
  const points = pointsOf(of('month', row('2016-04', 3, 1), row('2016-01', 40, 4), row('2016-02', 40, 4), row(null, 9, 1)))
  expect(points.map(({ label, share }) => [label, share === null])).toEqual([['Jan 2016', false], ['Feb 2016', false], ['', true], ['Apr 2016', false]])
  expect(points[0]!.at?.toISOString()).toBe('2016-01-01T00:00:00.000Z')
  expect(pointsOf(of('year', row('2015', 1, 1), row('2016', 1, 1)))).toHaveLength(2)
  expect(['year', 'month', 'age'].map(isTime)).toEqual([true, true, false])
})

test('the table stands as asked, what states no value last', () => {
  const rows = [row('b10', 5, 1), row(null, 90, 1), row('b9', 7, 0), row('a', 0, 0)]
  const names = (order: string) => sorted(rows, readOrder(order)).map(({ value }) => value)
  expect(names('')).toEqual(['b10', null, 'b9', 'a'])
  expect(names('value')).toEqual(['a', 'b9', 'b10', null])
  expect(names('-items')).toEqual([null, 'b9', 'b10', 'a'])
  expect(names('-share')).toEqual(['b10', null, 'b9', 'a'])
  expect(names('share')).toEqual(['b9', null, 'b10', 'a'])
})

test('a title asks for its column, and again for the other way', () => {
  expect(orderAfter(null, 'share')).toEqual({ by: 'share', down: true })
  expect(orderAfter(null, 'value')).toEqual({ by: 'value', down: false })
  expect(writeOrder(orderAfter(readOrder('-share'), 'share'))).toBe('share')
  expect(readOrder('colour')).toBeNull()
})
