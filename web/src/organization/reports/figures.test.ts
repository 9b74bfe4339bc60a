import { expect, test } from 'vitest'
import { countIn, isSmall, type Part, percentOf, type Report } from './figures'
import { sentenceOf } from './sentence'

const part = (id: string, names: string[], rows: Part['rows']): Part => ({
  id, title: id, note: null, rows, columns: names.map((name, at) => ({ name, title: name, number: at > 0 })),
})
const report = (id: string, ...sections: Part[]): Report => ({ report: id, title: id, month: '2015-10', as_of: '2015-10-13', sections })

const deadlines = part('deadlines', ['rule', 'duty', 'in_time', 'in_time_percent', 'late', 'missed'], [['IMR-8', 'send it', 39, 97.5, 1, 0], ['IMR-9', 'bring it', 4, 50, 2, 2]])
const items = part('items', ['category', 'items', 'upheld', 'overturned', 'overturned_percent'], [['Imaging', 29, 28, 1, 3.4], ['Surgery', 30, 27, 3, 10], ['all', 59, 55, 4, 6.8]])

test('a row counts what its share is of', () => {
  expect(countIn(deadlines, deadlines.rows[1]!)).toBe(8)
  expect(countIn(items, items.rows[0]!)).toBe(29)
  expect(percentOf(1, 3)).toBe(33.3)
})

test('small is what has fewer than thirty, in tables with shares alone', () => {
  expect(items.rows.map((row) => isSmall(items, row))).toEqual([true, false, false])
  expect(deadlines.rows.map((row) => isSmall(deadlines, row))).toEqual([false, true])
  const counts = part('month', ['what', 'cases'], [['received', 2]])
  expect(isSmall(counts, counts.rows[0]!)).toBe(false)
})

test('each report says itself in a sentence', () => {
  expect(sentenceOf(report('timeliness', deadlines))).toBe('89.6 % of 48 deadlines were kept in time; most were missed at “bring it”.')
  expect(sentenceOf(report('timeliness', { ...deadlines, rows: [['IMR-8', 'send it', 9, 100, 0, 0]] }))).toBe('All 9 deadlines were kept in time.')
  expect(sentenceOf(report('outcomes', items))).toBe('Upheld: 93.2 % of 59 items that were decided.')
  const month = part('month', ['what', 'says', 'cases'], [['received', 'arrived', 1], ['determined', 'issued', 1200]])
  expect(sentenceOf(report('volume', month))).toBe('One case arrived and 1,200 cases were determined.')
  const agreed = part('reviewers', ['compared', 'items', 'agreed_percent', 'kappa'], [['own findings', 30, 80, 0.5], ['decisions', 28, 85.7, 0.6]])
  expect(sentenceOf(report('agreement', agreed))).toBe('Two reviewers decided alike on 85.7 % of 28 items that both saw blind; beyond chance (kappa) 0.6.')
})

test('a month without figures says so', () => {
  expect(sentenceOf(report('timeliness', { ...deadlines, rows: [] }))).toBe('No deadline was due in this month.')
  expect(sentenceOf(report('outcomes', { ...items, rows: [] }))).toBe('No item was decided in this month.')
  expect(sentenceOf(report('agreement'))).toBe('No item was decided by two reviewers in this month.')
  const same = part('reviewers', ['compared', 'items', 'agreed_percent', 'kappa'], [['decisions', 5, 100, null]])
  expect(sentenceOf(report('agreement', same))).toBe('Two reviewers decided alike on 100 % of 5 items that both saw blind.')
})
