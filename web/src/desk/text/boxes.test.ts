import { expect, test } from 'vitest'
import { boxesOf, inPercent } from './boxes'

// Two lines: "takes Soma 350" and "mg daily".
const words = [
  [0, 5, 72, 100, 100, 112],
  [6, 10, 104, 100, 130, 112],
  [11, 14, 134, 101, 150, 112],
  [15, 17, 72, 116, 86, 128],
  [18, 23, 90, 116, 120, 128],
]

test('words of a line share a box, each line has its own', () => {
  expect(boxesOf({ begin: 6, end: 17 }, words)).toEqual([[104, 100, 150, 112], [72, 116, 86, 128]])
})

test('half a word has the box of the word; no word, no box', () => {
  expect(boxesOf({ begin: 8, end: 9 }, words)).toEqual([[104, 100, 130, 112]])
  expect(boxesOf({ begin: 10, end: 11 }, words)).toEqual([])
  expect(boxesOf({ begin: 6, end: 10 }, [])).toEqual([])
})

test('the next column at the same height, but to the left, is another line', () => {
  const columns = [[0, 4, 300, 100, 340, 112], [5, 9, 72, 100, 110, 112]]
  expect(boxesOf({ begin: 0, end: 9 }, columns)).toHaveLength(2)
})

test('a box stands in percent of its page', () => {
  expect(inPercent([61.2, 79.2, 122.4, 95.04], 612, 792)).toEqual({
    left: '10.000%', top: '10.000%', width: '10.000%', height: '2.000%',
  })
})
