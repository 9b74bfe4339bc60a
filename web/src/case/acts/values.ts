import { words } from '@words/acts'
import type { FieldError } from '../../components/errors/error-summary'
import type { Act } from '../use-case'

export type Field = Act['fields'][number]
export interface PartyTyped { role: string; name: string; address: string; by: string }
export type Typed = Record<string, string | string[] | PartyTyped>

export const prefix = 'act'
export const idOf = (name: string) => `${prefix}-${name}`

const madeElsewhere = ['document', 'documents', 'parties', 'items', 'decisions']

/**
 * The fields that a person fills in: how an act ends is known with it, papers come by the ways made for them, and rules
 * that fail are named only where a reason is.
 */
export function fieldsOf({ fields, needs_reason }: Act): Field[] {
  const asked = ({ name, kind }: Field) => !madeElsewhere.includes(kind) && (needs_reason || name !== 'reasons')
  return fields.filter((field) => field.name !== 'result' && (field.required || asked(field)))
}

/** The label of a field: a word of our own for it where there is one, else what the API says of it. */
export function labelOf(event: string, { name, says }: Field): string {
  return words.labels[`${event}.${name}`] ?? words.labels[name] ?? sentence(says)
}

export const sentence = (says: string) => says.charAt(0).toUpperCase() + says.slice(1)

export const noParty: PartyTyped = { role: '', name: '', address: '', by: '' }

/** The fields of the event from what was typed, and what is wrong with it. What was left empty is left out. */
export function whatOf(act: Act, typed: Typed): { what: Record<string, unknown>; errors: FieldError[] } {
  const what: Record<string, unknown> = act.result === null ? {} : { result: act.result }
  const errors: FieldError[] = []
  for (const field of fieldsOf(act)) {
    const label = labelOf(act.event, field)
    const value = valueOf(field.kind, typed[field.name])
    const id = idOf(field.name)
    if (value === null) {
      if (field.required) errors.push({ field: id, message: isChoice(field.kind) ? words.missingChoice(label) : words.missing(label) })
    } else if (Number.isNaN(value)) errors.push({ field: id, message: words.notNumber(label) })
    else what[field.name] = value
  }
  return { what, errors }
}

const isChoice = (kind: string) => ['item', 'decision', 'priority', 'channel', 'role', 'reviewer', 'document'].includes(kind)

// null: nothing was typed. NaN: it is no whole number.
function valueOf(kind: string, typed: Typed[string] | undefined): unknown {
  if (kind === 'party') return partyOf(typed as PartyTyped | undefined)
  if (kind === 'texts') return listOf(typed)
  if (Array.isArray(typed)) return typed.length > 0 ? typed : null
  const text = typeof typed === 'string' ? typed.trim() : ''
  if (text === '') return null
  if (kind === 'number' || kind === 'item') return /^\d+$/.test(text) ? Number(text) : NaN
  return text
}

function listOf(typed: Typed[string] | undefined): string[] | null {
  const lines = Array.isArray(typed) ? typed : String(typed ?? '').split('\n')
  const kept = lines.map((line) => line.trim()).filter(Boolean)
  return kept.length > 0 ? kept : null
}

function partyOf(typed: PartyTyped | undefined) {
  if (!typed || !typed.role || !typed.name.trim()) return null
  return filled({ role: typed.role, name: typed.name, address: typed.address, by: typed.by })
}

const filled = (fields: Record<string, string>) =>
  Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, value.trim()]).filter(([, value]) => value))
