import { expect, test } from 'vitest'
import { conditionInWords, fieldInWords, inOrder, questionInWords, valueInWords } from './fields'
import { readQuestion } from './question'

test('fields and values in words; what is new to these pages is called as the API says', () => {
  expect(fieldInWords('body-part')).toBe('Part of the body')
  expect(fieldInWords('colour', 'Colour')).toBe('Colour')
  expect(valueInWords('month', '2016-03')).toBe('Mar 2016')
  expect(valueInWords('month', 'soon')).toBe('soon')
  expect(conditionInWords({ field: 'drug', value: '<b>x</b>' })).toBe('Drug: <b>x</b>')
})

test('fields in the order of the page, unknown ones last', () => {
  const fields = ['source', 'colour', 'drug', 'decision'].map((facet) => ({ facet }))
  expect(inOrder(fields).map(({ facet }) => facet)).toEqual(['decision', 'drug', 'source', 'colour'])
})

test('a question has a name', () => {
  const of = (address: string) => questionInWords(readQuestion(new URLSearchParams(address)))
  expect(of('q=spasm&where=drug:carisoprodol&from=2016-01-01')).toBe('spasm · Drug: carisoprodol · from Jan 1, 2016')
  expect(of('')).toBe('All determinations')
})
