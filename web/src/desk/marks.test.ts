import { expect, test } from 'vitest'
import { marksOf, marksOn, pageKey } from './marks'
import type { Desk, Fact, Place } from './types'

const place = (begin: number, page = 2): Place => ({ document: 'a.pdf', page, begin, end: begin + 4, text: 'Soma' })
const facts: Fact[] = [
  { fact: 'medication', concept: 'carisoprodol', value: '350 mg', assertion: 'present', date: '2015-08-19', place: place(20), used_by: [{ item: 1, criterion: 'short' }] },
  { fact: 'medication', concept: 'carisoprodol', value: '', assertion: 'other_person', date: null, place: place(8), used_by: [] },
]
const desk = {
  items: [
    { item: 1, criteria: [{ id: 'short', places: [place(20), place(0, 3)] }] },
    { item: 2, criteria: [{ id: 'trial', places: [place(20)] }] },
  ],
  warnings: [
    { code: 'drug_use_differs', message: 'In use and not in use.', places: [place(8)] },
    { code: 'standing', message: 'Not confirmed.', places: [place(40)] },
  ],
} as unknown as Desk

test('a place that facts and criteria share is one mark that names them all once', () => {
  const [denied, used] = marksOn('a.pdf', 2, marksOf(desk), facts)
  expect(used?.facts).toEqual([{ label: 'carisoprodol, 350 mg', date: '2015-08-19' }])
  expect(used?.uses).toEqual([{ item: 1, criterion: 'short' }, { item: 2, criterion: 'trial' }])
  expect(denied?.facts[0]?.label).toBe('carisoprodol, other person')
  expect(denied?.contradictions).toEqual(['In use and not in use.'])
})

test('marks are by page; warnings that are no contradictions make none', () => {
  const marks = marksOf(desk)
  expect(marks.get(pageKey('a.pdf', 2))).toHaveLength(2)
  expect(marksOn('a.pdf', 9, marks, [])).toEqual([])
  expect(marks.get(pageKey('a.pdf', 3))?.[0]?.uses).toEqual([{ item: 1, criterion: 'short' }])
  expect(marks.size).toBe(2)
})
