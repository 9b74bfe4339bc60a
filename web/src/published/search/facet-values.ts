import type { Condition } from '../question'

/** So many values of a field the API lists. */
export const most = 50

export interface FacetValue {
  value: string
  letters: number
  chosen: boolean
}

/** The values of a field, the chosen ones first; what is chosen and found nowhere stays there with 0. */
export function valuesOf(field: string, values: { value: string; letters: number }[], where: Condition[]): FacetValue[] {
  const wanted = where.filter((each) => each.field === field).map(({ value }) => value)
  const counted = new Map(values.map(({ value, letters }) => [value, letters]))
  const chosen = wanted.map((value) => ({ value, letters: counted.get(value) ?? 0, chosen: true }))
  return [...chosen, ...values.filter(({ value }) => !wanted.includes(value)).map((each) => ({ ...each, chosen: false }))]
}
