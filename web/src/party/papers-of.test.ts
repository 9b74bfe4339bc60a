import { expect, test } from 'vitest'
import { papersOf } from './papers-of'

const parties = [
  { role: 'employee', says: 'employee', name: 'Wes Invented', address: null, by: null },
  { role: 'claims_administrator', says: 'claims administrator', name: 'Invented Mutual', address: null, by: null },
]
const notice = { notice: 'noarfi', by: 'mail', on: '2015-09-03', text: 'a', pdf: 'b', proof: 'c' }

test('a paper that several parties got stands once, with all of them; the newest is first', () => {
  const papers = papersOf({
    parties,
    letters: [{ on: '2015-10-12T09:00', letter: 'l', text: 't', pdf: 'p' }],
    sent: [
      { ...notice, to: 'employee' }, { ...notice, to: 'claims_administrator' }, { ...notice, to: 'employee' },
      { ...notice, notice: '', to: 'employee', on: '2015-10-13', text: 't', pdf: 'p', proof: null },
    ],
  })
  expect(papers).toEqual([
    { on: '2015-10-12T09:00', title: 'Determination', to: ['employee'], pdf: 'p', text: 't', proof: null },
    { on: '2015-09-03', title: 'Notice of assignment and request for information', to: ['employee', 'claims administrator'], pdf: 'b', text: 'a', proof: 'c' },
  ])
})

test('a second letter is a correction, and a notice of another programme keeps its name', () => {
  const letter = { on: '2015-10-12', letter: 'l', text: 't', pdf: null }
  const titles = papersOf({ parties, letters: [letter, { ...letter, on: '2015-10-20', text: 't2' }], sent: [{ ...notice, notice: 'second-look', to: 'employee' }] })
  expect(titles.map(({ title }) => title)).toEqual(['Corrected determination', 'Determination', 'second look'])
})
