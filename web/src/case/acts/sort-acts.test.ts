import { expect, test } from 'vitest'
import type { Act } from '../use-case'
import { keyOf, sortActs } from './sort-acts'

const act = (event: string, by: Act['by'], to: string | null = null): Act => ({
  event, result: null, says: event, to, section: 'S', standing: 'confirmed', by, needs_reason: false, fields: [],
})

test('what leads on stands first; what is done at the desk, or by no address, is not offered', () => {
  const acts = [act('item-decided', 'events'), act('records-requested', 'events'), act('submitted', 'submission', 'in-quality'), act('taken-back', 'events', 'in-review'), act('published', 'none')]
  const { onward, also, desk } = sortActs(acts, 'review')
  expect(onward.map(({ event }) => event)).toEqual(['taken-back'])
  expect(also.map(({ event }) => event)).toEqual(['records-requested'])
  expect(desk).toBe(true)
})

test('a draft is prepared from here by whoever is no reviewer', () => {
  expect(sortActs([act('draft-prepared', 'draft')], 'assign')).toMatchObject({ also: [{ event: 'draft-prepared' }], desk: false })
  expect(sortActs([act('draft-prepared', 'draft')], 'review')).toMatchObject({ also: [], desk: true })
})

test('two ends of one event are two acts', () => {
  expect(keyOf({ ...act('e', 'events'), result: 'eligible' })).not.toBe(keyOf({ ...act('e', 'events'), result: 'ineligible' }))
})
