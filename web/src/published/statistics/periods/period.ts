import { words } from '@words/statistics'
import type { Schema } from '../../../api/types'
import { valueInWords } from '../../fields'
import { type Condition, paramsOf } from '../../question'
import { percent, type Row } from '../shares'

export type Comparison = Schema<'Comparison'>

/** Whole months, the first and the last: `2016-01` and `2016-06`. */
export interface Period {
  from: string
  until: string
}
export type Side = 'earlier' | 'later'
export type Periods = Record<Side, Period>

const month = '\\d{4}-(?:0[1-9]|1[0-2])'
const form = new RegExp(`^(${month})\\.\\.(${month})$`)

/** `2016-01..2016-06`, as the address and the API have it; nothing for what is written otherwise. */
export function readPeriod(written: string | null): Period | null {
  const [, from, until] = form.exec(written ?? '') ?? []
  return from && until ? { from, until } : null
}

export const writePeriod = ({ from, until }: Period): string => `${from}..${until}`

export function readPeriods(params: URLSearchParams): Periods | null {
  const [earlier, later] = [readPeriod(params.get('earlier')), readPeriod(params.get('later'))]
  return earlier && later ? { earlier, later } : null
}

/** What the address of a comparison says. */
export function periodParams(periods: Periods | null, where: Condition[]): URLSearchParams {
  const params = paramsOf({ where })
  if (periods) (['earlier', 'later'] as const).forEach((side) => params.set(side, writePeriod(periods[side])))
  return params
}

const monthInWords = (each: string) => valueInWords('month', each)

/** `Jan to Jun 2016`, `Jul 2015 to Jan 2016`, `Jan 2016`. */
export function periodInWords({ from, until }: Period): string {
  if (from === until) return monthInWords(from)
  const sameYear = from.slice(0, 4) === until.slice(0, 4)
  return words.periods.span(sameYear ? monthInWords(from).replace(/ \d+$/, '') : monthInWords(from), monthInWords(until))
}

/** A row's period in words. */
export function nameOf(written: string | null): string {
  const period = readPeriod(written)
  return period ? periodInWords(period) : written ?? ''
}

const monthsOf = (each: string) => 12 * Number(each.slice(0, 4)) + Number(each.slice(5)) - 1
const monthAt = (months: number) => `${Math.floor(months / 12)}-${String((months % 12) + 1).padStart(2, '0')}`

/** To begin with: the months that have items, halved; nothing where there is one month alone. */
export function halvesOf(months: string[]): Periods | null {
  const [first, last] = [months[0], months.at(-1)]
  if (!first || !last || first === last) return null
  const middle = Math.floor((monthsOf(first) + monthsOf(last) - 1) / 2)
  return { earlier: { from: first, until: monthAt(middle) }, later: { from: monthAt(middle + 1), until: last } }
}

/** `+3.2`, `−1.0`: points of a hundred. */
export const points = (share: number): string => `${share < 0 ? '−' : '+'}${percent(Math.abs(share))}`

const shareInWords = ({ value, share }: Row) => words.periods.share(percent(share?.value ?? 0), nameOf(value))

/** How far the later share is from the earlier, and how sure that is; one sentence each. */
export function differenceInWords({ earlier, later, difference }: Comparison): string[] {
  if (!difference || !earlier.share || !later.share) return [words.periods.nothing]
  const { value, low, high, probability } = difference
  const chance = probability < 0.001 ? words.periods.rarely(1000) : probability < 0.01 ? words.periods.rarely(100) : words.periods.often(Math.round(100 * probability))
  return [
    words.periods.says(shareInWords(earlier), shareInWords(later), points(value), points(low), points(high)),
    `${words.periods.chance(chance)}${low <= 0 && high >= 0 ? ` ${words.periods.maybeNone}` : ''}`,
  ]
}

/** `p = 0.031`, `p < 0.001`. */
export const probabilityInWords = (probability: number): string => (probability < 0.001 ? 'p < 0.001' : `p = ${probability.toFixed(3)}`)
