import { words } from '@words/statistics'
import type { Schema } from '../../api/types'
import { valueInWords } from '../fields'

export type Statistics = Schema<'Statistics'>
export type Row = Schema<'StatisticsRow'>

/** A share as percent, to a tenth: `12.2`. */
export const percent = (share: number): string => (100 * share).toFixed(1)

/** What the figures say, in a sentence; nothing was decided where there is no share. */
export function sentenceOf({ items, overturned, share }: Row): string {
  return share ? words.says(overturned, items, percent(share.value), percent(share.low), percent(share.high)) : words.none
}

export const labelOf = (by: string, value: string | null): string => (value === null ? words.notStated : valueInWords(by, value))

export const isTime = (by: string): boolean => by === 'year' || by === 'month'

/** A share to draw, in percent. `at` is the first day of a year or month; a time without items has no figures. */
export interface Point {
  label: string
  at: Date | null
  share: number | null
  low: number | null
  high: number | null
  few: boolean
}

const most = 20

/** What is drawn of the rows: a row of time for each year or month, else those with the most items. */
export function pointsOf({ by, rows }: Statistics): Point[] {
  const points = rows.filter(({ share }) => share !== null).map((row) => ({ ...pointOf(by, row), items: row.items }))
  if (isTime(by)) return withGaps(by, points.filter(({ at }) => at !== null))
  return points.sort((one, other) => other.items - one.items).slice(0, most)
}

function pointOf(by: string, { value, share, few }: Row): Point {
  return { label: labelOf(by, value), at: value === null ? null : timeOf(by, value), share: 100 * share!.value, low: 100 * share!.low, high: 100 * share!.high, few }
}

function timeOf(by: string, value: string): Date | null {
  const [year, month] = (by === 'year' ? /^(\d{4})$/ : /^(\d{4})-(\d\d)$/).exec(value)?.slice(1).map(Number) ?? []
  return year === undefined ? null : new Date(Date.UTC(year, (month ?? 1) - 1, 1))
}

// A year or a month without items breaks the line: nothing is known of it.
function withGaps(by: string, points: Point[]): Point[] {
  const sorted = [...points].sort((one, other) => Number(one.at) - Number(other.at))
  return sorted.flatMap((point, at) => {
    const before = sorted[at - 1]
    if (!before || isNext(by, before.at!, point.at!)) return [point]
    const gap = new Date((Number(before.at) + Number(point.at)) / 2)
    return [{ label: '', at: gap, share: null, low: null, high: null, few: false }, point]
  })
}

const monthsOf = (day: Date) => 12 * day.getUTCFullYear() + day.getUTCMonth()
const isNext = (by: string, one: Date, other: Date) => monthsOf(other) - monthsOf(one) <= (by === 'year' ? 12 : 1)

/** The columns by which the table can stand; `-share`: the largest share first. */
export const sortables = ['value', 'items', 'upheld', 'overturned', 'share'] as const
export type Sortable = (typeof sortables)[number]
export interface Order {
  by: Sortable
  down: boolean
}

export function readOrder(written: string): Order | null {
  const by = sortables.find((each) => each === written.replace(/^-/, ''))
  return by ? { by, down: written.startsWith('-') } : null
}

export const writeOrder = (order: Order | null): string => (order ? `${order.down ? '-' : ''}${order.by}` : '')

/** What a press on a column's title asks for: figures begin with the largest, names with A; again turns it around. */
export const orderAfter = (now: Order | null, by: Sortable): Order => ({ by, down: now?.by === by ? !now.down : by !== 'value' })

/** The rows in an order; none leaves them as they were counted. What has no value or share stands last. */
export function sorted(rows: Row[], order: Order | null): Row[] {
  if (!order) return rows
  const { by, down } = order
  const figure = (row: Row) => (by === 'share' ? row.share?.value ?? null : row[by])
  return [...rows].sort((one, other) => {
    const [a, b] = [figure(one), figure(other)]
    if (a === null || b === null) return Number(a === null) - Number(b === null)
    const before = typeof a === 'string' ? a.localeCompare(String(b), 'en', { numeric: true }) : a - Number(b)
    return down ? -before : before
  })
}
