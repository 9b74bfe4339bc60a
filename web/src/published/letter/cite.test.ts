import { expect, test } from 'vitest'
import { citationOf, fileNameOf, type Letter } from './cite'

const item = (text: string, decision: 'Upheld' | 'Overturned' | null) => ({ text, decision, kind: '', drug: '', drug_class: '', treatment: '', category: '', subcategory: '', body_parts: [], guidelines: [], sections: [] })
const letter: Letter = {
  id: '0123456789abcdef', source: 'imr', reference: 'CM00-0000001', decided: '2015-10-13', injury: null, year: 2015, age: null, age_range: '', sex: '',
  specialties: [], states: [], diagnoses: [], items: [item('Soma 350 mg #60', 'Upheld')], text: '',
}
const address = 'https://imr.example/determinations/0123456789abcdef'

test('a letter is cited with its day, what was decided, and where it stays', () => {
  expect(citationOf(letter, address)).toBe(`Independent Medical Review, determination CM00-0000001 of Oct 13, 2015 (Soma 350 mg #60: upheld). ${address}`)
  const many = { ...letter, source: 'dmhc', reference: '', decided: null, items: ['A', 'B', 'C', 'D'].map((text) => item(text, null)) }
  expect(citationOf(many, address)).toBe(`Department of Managed Health Care, determination of 2015 (A: no decision stated; B: no decision stated; C: no decision stated; and 1 more item). ${address}`)
})

test('a file has a name that every system takes', () => {
  expect(fileNameOf(letter)).toBe('CM00-0000001')
  expect(fileNameOf({ ...letter, reference: '../a b<c>' })).toBe('a-b-c-')
  expect(fileNameOf({ ...letter, reference: '' })).toBe(letter.id)
})
