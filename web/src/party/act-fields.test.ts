import { expect, test } from 'vitest'
import { eventOf, fieldsOf, speaksFor } from './act-fields'

const party = (role: string) => ({ role, says: role, name: 'Invented', address: null, by: null })
const parties = ['employee', 'employee_attorney', 'claims_administrator', 'requesting_physician'].map(party)
const field = (name: string, kind: string) => ({ name, kind, required: false, says: name })
const act = {
  event: 'information-received', result: null, says: '', to: null, section: '', standing: '', by: 'events' as const, needs_reason: false,
  fields: [field('from', 'role'), field('documents', 'documents'), field('days', 'number')],
}

test('an account speaks for its own side alone', () => {
  expect(speaksFor('administrator', parties).map(({ role }) => role)).toEqual(['claims_administrator'])
  expect(speaksFor('applicant', parties).map(({ role }) => role)).toEqual(['employee', 'employee_attorney'])
})

test('whom an answer is from is asked only where there is a choice, and documents never', () => {
  const names = (from: typeof parties) => fieldsOf(act, from).map(({ name }) => name)
  expect(names(parties.slice(0, 1))).toEqual(['days'])
  expect(names(parties.slice(0, 2))).toEqual(['from', 'days'])
})

test('an event holds what was entered and what is known', () => {
  expect(eventOf(act, { days: ' 3 ', why: ' It is enclosed. ' }, parties.slice(0, 1)))
    .toEqual({ event: 'information-received', why: 'It is enclosed.', what: { from: 'employee', days: 3 } })
  expect(eventOf({ ...act, result: 'all' }, { from: 'employee_attorney', why: '' }, parties.slice(0, 2)))
    .toEqual({ event: 'information-received', what: { result: 'all', from: 'employee_attorney' } })
})
