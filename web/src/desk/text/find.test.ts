import { expect, test } from 'vitest'
import { findOnPage } from './find'

test('finds words across a line end, in any letter case, with bytes of the document', () => {
  const found = findOnPage({ page: 3, begin: 1000, text: 'Naïve to opioids.\nTakes SOMA\n 350 mg; soma 350 before.' }, 'Soma 350')
  expect(found.map(({ page, begin, end, text }) => [page, begin, end, text])).toEqual([
    [3, 1025, 1034, 'SOMA 350'],
    [3, 1039, 1047, 'soma 350'],
  ])
  expect(found[0]?.before).toBe('Naïve to opioids. Takes ')
  expect(found[0]?.after).toBe(' mg; soma 350 before.')
})

test('what is a sign of patterns is looked for as it is written', () => {
  expect(findOnPage({ page: 1, begin: 0, text: 'Pain 8/10 (worst). C++ [x]' }, '(worst).')).toHaveLength(1)
  expect(findOnPage({ page: 1, begin: 0, text: 'Pain 8/10' }, '.')).toHaveLength(0)
})

test('nothing is found of nothing', () => {
  expect(findOnPage({ page: 1, begin: 0, text: 'Pain' }, '  ')).toEqual([])
})
