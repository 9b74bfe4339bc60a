import { expect, test } from 'vitest'
import { whyInWords } from './why'

test('stems are told as the words they come from', () => {
  const parts = [{ text: 'Carisoprodol for ', marked: false }, { text: 'Therapies', marked: true }]
  expect(whyInWords(['muscl', 'therapi', 'carisoprodol', 'muscl', ''], 'muscles "soma"', parts)).toEqual(['muscles', 'therapies', 'carisoprodol'])
  expect(whyInWords([], '', [])).toEqual([])
})

test('no word is made of markup', () => {
  expect(whyInWords(['<b>x</b>'], '<b>x</b>', [])).toEqual(['<b>x</b>'])
})
