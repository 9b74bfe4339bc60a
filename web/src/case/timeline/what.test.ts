import { expect, test } from 'vitest'
import { wordsOfWhat } from './what'

test('fields are told with spaces, days and lists in words, ids of documents not at all', () => {
  const what = { ur_decision: '2015-08-25', items: [{ text: 'Soma' }, { text: 'Norco' }], letter: 'a'.repeat(64), proof: null, count: 2, listed: true }
  expect(wordsOfWhat(what)).toEqual([['ur decision', 'Aug 25, 2015'], ['items', 'Soma; Norco'], ['count', '2'], ['listed', 'yes']])
  expect(wordsOfWhat(undefined)).toEqual([])
})
