import { expect, test } from 'vitest'
import { whyInWords } from './why'

test('stems are told as the words they come from', () => {
  const parts = [{ text: 'Carisoprodol for ', marked: false }, { text: 'Therapies', marked: true }]
  expect(whyInWords(['muscl', 'therapi', 'carisoprodol', 'muscl', ''], { q: 'muscles "soma"', where: [] }, parts)).toEqual(['muscles', 'therapies', 'carisoprodol'])
  expect(whyInWords([], { q: '', where: [] }, [])).toEqual([])
})

test('what was chosen is no word of the question, unless it was asked too', () => {
  const where = [{ field: 'decision', value: 'Upheld' }, { field: 'drug', value: 'carisoprodol' }]
  expect(whyInWords(['carisoprodol', 'spasm', 'upheld'], { q: 'spasm carisoprodol', where }, [])).toEqual(['carisoprodol', 'spasm'])
})

test('no word is made of markup', () => {
  expect(whyInWords(['<b>x</b>'], { q: '<b>x</b>', where: [] }, [])).toEqual(['<b>x</b>'])
})
