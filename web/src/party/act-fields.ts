import type { Body, Schema } from '../api/types'

type Act = Schema<'Act'>
type Case = Schema<'Case'>
type Role = Schema<'Session'>['role']

const applicants = ['employee', 'employee_attorney', 'family_member']

/** The parties of a case that an account of this role can speak for. */
export function speaksFor(role: Role, parties: Case['parties']): Case['parties'] {
  const mine = role === 'administrator' ? ['claims_administrator'] : applicants
  return parties.filter((party) => mine.includes(party.role))
}

/** The fields of an act that a party fills in. Documents are sent as records; whom an answer is from may be known. */
export function fieldsOf(act: Act, from: Case['parties']): Act['fields'] {
  const typed = ['text', 'day', 'number', 'role']
  return act.fields.filter(({ name, kind }) => typed.includes(kind) && !(name === 'from' && from.length === 1))
}

/** The act as the API takes it: days and texts as typed, numbers as numbers, nothing for what was left empty. */
export function eventOf(act: Act, values: Record<string, string>, from: Case['parties']): Body<'post', '/api/cases/{number}/events'> {
  const what: Record<string, unknown> = act.result ? { result: act.result } : {}
  if (from.length === 1 && act.fields.some(({ name }) => name === 'from')) what['from'] = from[0]!.role
  for (const { name, kind } of act.fields) {
    const value = values[name]?.trim()
    if (value) what[name] = kind === 'number' ? Number(value) : value
  }
  const why = values['why']?.trim()
  return { event: act.event, what: what as Record<string, never>, ...(why && { why }) }
}
