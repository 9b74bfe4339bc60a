import { expect, test } from 'vitest'
import { segmentsOf } from './segments'

test('a page without spans is one piece', () => {
  expect(segmentsOf('Pain 8/10.', 100, [])).toEqual([{ text: 'Pain 8/10.', spans: [] }])
  expect(segmentsOf('', 0, [])).toEqual([])
})

test('spans that overlap share the piece between them', () => {
  const spans = [{ begin: 100, end: 107 }, { begin: 105, end: 110 }]
  expect(segmentsOf('Pain 8/10.', 100, spans)).toEqual([
    { text: 'Pain ', spans: [0] },
    { text: '8/', spans: [0, 1] },
    { text: '10.', spans: [1] },
  ])
})

test('offsets are bytes; what lies on another page is cut at the edge', () => {
  expect(segmentsOf('5 °C – Soma', 10, [{ begin: 10 + 10, end: 99 }])).toEqual([
    { text: '5 °C – ', spans: [] },
    { text: 'Soma', spans: [0] },
  ])
  expect(segmentsOf('abc', 10, [{ begin: 50, end: 60 }])).toEqual([{ text: 'abc', spans: [] }])
})
