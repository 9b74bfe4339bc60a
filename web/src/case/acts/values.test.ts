import { expect, test } from 'vitest'
import type { Act } from '../use-case'
import { type Field, fieldsOf, labelOf, whatOf } from './values'

const field = (name: string, kind: string, required = true): Field => ({ name, kind, required, says: `the ${name}` })
const act = (fields: Field[], more: Partial<Act> = {}): Act => ({
  event: 'e', result: null, says: 'do it', to: null, section: 'S', standing: 'confirmed', by: 'events', needs_reason: false, fields, ...more,
})

test('how an act ends is no question, and papers come by other ways', () => {
  const all = [field('result', 'text'), field('proof', 'document', false), field('documents', 'documents', false), field('letter', 'document'), field('asked', 'text')]
  expect(fieldsOf(act(all)).map(({ name }) => name)).toEqual(['letter', 'asked'])
})

test('rules that fail are asked for where a reason is needed', () => {
  const reasons = field('reasons', 'texts', false)
  expect(fieldsOf(act([reasons]))).toEqual([])
  expect(fieldsOf(act([reasons], { needs_reason: true }))).toEqual([reasons])
})

test('each kind of field becomes what the event wants', () => {
  const cases: [string, unknown, unknown][] = [
    ['text', ' why ', 'why'], ['number', '12', 12], ['item', '2', 2], ['texts', 'a\n\n b ', ['a', 'b']], ['texts', ['E-1'], ['E-1']],
    ['party', { role: 'employee', name: ' Wes ', address: '', by: 'mail' }, { role: 'employee', name: 'Wes', by: 'mail' }],
  ]
  for (const [kind, typed, wanted] of cases) expect(whatOf(act([field('f', kind)]), { f: typed as string })).toEqual({ what: { f: wanted }, errors: [] })
})

test('what is missing is named with its input; what may be left out is left out', () => {
  const { what, errors } = whatOf(act([field('asked', 'text'), field('of', 'role'), field('by', 'channel', false)], { result: 'all' }), { asked: '  ' })
  expect(what).toEqual({ result: 'all' })
  expect(errors).toEqual([{ field: 'act-asked', message: 'Enter: What is asked for' }, { field: 'act-of', message: 'Choose: Who is asked' }])
})

test('a number is a whole number', () => {
  expect(whatOf(act([field('count', 'number')]), { count: '2.5' }).errors[0]?.message).toBe('How many reviewers is a whole number')
  expect(whatOf(act([field('p', 'party')]), { p: { role: 'employee', name: ' ', address: '', by: '' } }).errors).toHaveLength(1)
})

test('a label is a word of ours, first that of the event, else what the API says', () => {
  expect(labelOf('duplicate-found', field('of', 'text'))).toBe('The case it repeats')
  expect(labelOf('information-requested', field('of', 'role'))).toBe('Who is asked')
  expect(labelOf('e', field('fee', 'text'))).toBe('The fee')
})
