import { words } from '@words/determinations'
import { formatDay } from '../components/day/days'
import type { Condition, Narrowing, Question } from './question'

/** The fields in the order in which people look for them; what the API has beside them follows. */
const order = ['decision', 'category', 'drug', 'treatment', 'body-part', 'year', 'guideline', 'section', 'specialty', 'class', 'subcategory', 'kind', 'month', 'age', 'sex', 'claim-age', 'state', 'source']

export function inOrder<F extends { facet: string }>(fields: F[]): F[] {
  const place = ({ facet }: F) => (order.indexOf(facet) + order.length + 1) % (order.length + 1)
  return [...fields].sort((one, other) => place(one) - place(other))
}

/** The fields that an answer of the API names; before there is one, those that these pages know. */
export const fieldsOr = (fields: { facet: string; says: string }[]) => (fields.length > 0 ? fields : order.map((facet) => ({ facet, says: facet })))

/** A field in words; `says` is what the API calls it. */
export const fieldInWords = (field: string, says = field): string => words.fields[field] ?? says

const monthNames = words.months

/** A value as people write it: months by their names. */
export function valueInWords(field: string, value: string): string {
  const month = field === 'month' ? /^(\d{4})-(\d\d)$/.exec(value) : null
  if (month) return `${monthNames[Number(month[2]) - 1] ?? month[2]} ${month[1]}`
  return (field === 'source' && words.sources[value]) || value
}

export const conditionInWords = ({ field, value }: Condition): string => `${fieldInWords(field)}: ${valueInWords(field, value)}`

/** What a list is narrowed down by, one part each: `Drug: carisoprodol`, `from Jan 1, 2016`. */
export function narrowingInWords({ where, from, until }: Narrowing): string[] {
  return [...where.map(conditionInWords), ...(from ? [words.from(formatDay(from))] : []), ...(until ? [words.until(formatDay(until))] : [])]
}

/** A question in a line, as the name of a saved search. */
export function questionInWords(question: Question): string {
  return [...(question.q ? [question.q] : []), ...narrowingInWords(question)].join(' · ') || words.everything
}
