import { words } from '@words/reviewers'
import type { FieldError } from '../../components/errors/error-summary'
import { groups, known, numbers, type Part } from './shape'

type Data = Record<string, unknown>

const { wrong, fields } = words
export const idOf = (...path: (string | number)[]) => ['reviewer', ...path].join('-')

/** What is wrong with a reviewer as data, with the ids of the inputs of the form. The server looks at it once more. */
export function checkReviewer(data: unknown): FieldError[] {
  if (!isData(data)) return [{ message: wrong.object }]
  const errors: FieldError[] = Object.keys(data).filter((name) => !known.includes(name)).map((name) => ({ message: wrong.unknown(name) }))
  if (!data['id']) errors.push({ field: idOf('id'), message: wrong.missing(fields.id) })
  else if (!/^[A-Za-z0-9][A-Za-z0-9._-]{0,60}$/.test(String(data['id']))) errors.push({ field: idOf('id'), message: wrong.id })
  if (!data['name']) errors.push({ field: idOf('name'), message: wrong.missing(fields.name) })
  for (const number of numbers) {
    const value = isData(data[number.in]) ? (data[number.in] as Data)[number.name] : undefined
    if (isNothing(value) ? number.required : !isWhole(value, number.most)) errors.push({ field: idOf(number.name), message: wrong.whole(fields[number.name], 0, number.most) })
  }
  for (const [group, parts] of Object.entries(groups)) {
    const list = data[group]
    if (isNothing(list)) continue
    if (!Array.isArray(list)) errors.push({ message: wrong.list(words.groups[group as keyof typeof groups]) })
    else list.forEach((entry: unknown, at) => errors.push(...parts.flatMap((part) => checkPart(part, isData(entry) ? entry[part.name] : undefined, idOf(group, at, part.name)))))
  }
  return errors
}

function checkPart({ name, kind, required, options = [], most = 0 }: Part, value: unknown, field: string): FieldError[] {
  const label = fields[name]
  if (isNothing(value)) return required ? [{ field, message: wrong.missing(label) }] : []
  if (kind === 'choice' && !options.includes(String(value))) return [{ field, message: wrong.choice(label, options.join(', ')) }]
  if (kind === 'day' && !/^\d{4}-\d\d-\d\d$/.test(String(value))) return [{ field, message: wrong.day(label) }]
  if (kind === 'number' && !(typeof value === 'number' && value >= 0 && value <= most)) return [{ field, message: wrong.whole(label, 0, most) }]
  return []
}

const isData = (value: unknown): value is Data => typeof value === 'object' && value !== null && !Array.isArray(value)
const isNothing = (value: unknown) => value === undefined || value === null || value === ''
const isWhole = (value: unknown, most: number) => Number.isInteger(value) && (value as number) >= 0 && (value as number) <= most

/** JSON as data, or why it is none. */
export function parseJson(text: string): { data?: unknown; error?: FieldError } {
  try {
    return { data: JSON.parse(text) as unknown }
  } catch (error) {
    return { error: { field: idOf('json'), message: words.notJson(error instanceof Error ? error.message : '') } }
  }
}
