import { expect, test } from 'vitest'
import { mergeNotes, takeTheirs } from './merge'
import type { ItemNotes, NotesText } from './notes'

const item = (number: number, rationale: string, more: Partial<ItemNotes> = {}): ItemNotes => ({
  item: number, decision: null, rationale, citation: '', ...more,
})
const notes = (summary: string, ...items: ItemNotes[]): NotesText => ({ summary, items })

test('what only one tab changed is taken, from either', () => {
  const { text, clashes } = mergeNotes(
    notes('old', item(1, 'a'), item(2, 'b')),
    notes('old', item(1, 'a, and more'), item(2, 'b')),
    notes('new', item(1, 'a'), item(2, 'b', { decision: 'Upheld' }), item(3, 'c')),
  )
  expect(clashes).toEqual([])
  expect(text.summary).toBe('new')
  expect(text.items.map(({ rationale, decision }) => [rationale, decision])).toEqual([['a, and more', null], ['b', 'Upheld'], ['c', null]])
})

test('what both changed differently is told, and the choice is made field by field', () => {
  const merged = mergeNotes(
    notes('', item(1, 'a')),
    notes('mine', item(1, 'mine', { decision: 'Upheld' })),
    notes('theirs', item(1, 'theirs', { decision: 'Overturned' })),
  )
  expect(merged.clashes).toEqual([
    { item: 0, field: 'summary', mine: 'mine', theirs: 'theirs' },
    { item: 1, field: 'decision', mine: 'Upheld', theirs: 'Overturned' },
    { item: 1, field: 'rationale', mine: 'mine', theirs: 'theirs' },
  ])
  expect(merged.text.items[0]?.rationale).toBe('mine')
  const chosen = takeTheirs(merged, ({ field }) => field !== 'rationale')
  expect(chosen.summary).toBe('theirs')
  expect(chosen.items[0]).toMatchObject({ decision: 'Overturned', rationale: 'mine' })
})

test('the same change in both tabs is no clash', () => {
  expect(mergeNotes(notes(''), notes('same'), notes('same')).clashes).toEqual([])
})

test('what either tab looked at was looked at', () => {
  const { text } = mergeNotes(notes(''), notes('', item(1, '', { looked: ['a', 'b'] })), notes('', item(1, '', { looked: ['b', 'c'] })))
  expect(text.items[0]?.looked).toEqual(['a', 'b', 'c'])
})

test('a finding under change stays until one of the tabs records it or gives it up', () => {
  const change = (criterion: string) => ({ criterion, finding: 'met' as const, why: criterion })
  const { text } = mergeNotes(
    notes('', item(1, '', { changes: [change('a'), change('b')] })),
    notes('', item(1, '', { changes: [change('b'), change('c')] })),
    notes('', item(1, '', { changes: [change('a'), change('b'), change('d')] })),
  )
  expect(text.items[0]?.changes?.map(({ criterion }) => criterion)).toEqual(['b', 'd', 'c'])
})
