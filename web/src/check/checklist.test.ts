import { expect, test } from 'vitest'
import { words } from '@words/check'
import type { Schema } from '../api/types'
import { checklistText, pointsOf } from './checklist'

const row = (id: string, finding: string, more: Partial<Schema<'CheckRow'>> = {}): Schema<'CheckRow'> => ({
  id, says: `says ${id}`, kind: 'required', finding, standing: 'confirmed', words: [], example: null, ...more,
})
const list: Schema<'Checklist'> = {
  treatment: 'Invented drug 5 mg', complete: false, addressed: true, citation: 'Invented Guideline 2009, p. 3', pages: 1,
  documented: [row('spasm', 'met', { words: ['muscle spasm'] }), row('context', 'met', { kind: 'note' })],
  missing: [row('flare', 'not documented', { example: 'a dated flare-up', standing: 'reported' })],
  against: [row('short', 'not met', { kind: 'limit', words: ['since 2014'] })],
}

test('notes are no points', () => expect(pointsOf(list)).toEqual({ documented: 1, all: 3 }))

test('the text holds every point with its words and examples', () => {
  expect(checklistText(list, '2015-08-25')).toBe(`Invented drug 5 mg
Invented Guideline 2009, p. 3
Checked against the guideline in force on Aug 25, 2015
Your notes document 1 of 3 points that the guideline asks for.

To add (1)
  [ ] says flare (required, reported)
      This would document it: a dated flare-up

Speaks against the request (1)
  ✕ says short (limit, confirmed)
      “since 2014”

Documented (2)
  ● says spasm (required, confirmed)
      “muscle spasm”
  ● says context (note, confirmed)

1 page was searched.
${words.caution}`)
})

test('a treatment that no guideline addresses gets no list', () => {
  const text = checklistText({ ...list, addressed: false }, '2015-08-25')
  expect(text).toContain(words.notAddressed)
  expect(text).not.toContain('says')
})

test('no word of the page promises anything', () => {
  const spoken = JSON.stringify(words, (_, value: unknown) => (typeof value === 'function' ? String(value) : value))
  expect(spoken).not.toMatch(/approv|authori[sz]ed|granted|guarantee/i)
})
