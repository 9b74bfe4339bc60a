import type { Case } from '../use-case'

export type Clock = Case['deadlines'][number]
export type ClockState = 'open' | 'overdue' | 'kept' | 'kept late' | 'no day'

export const marks: Record<string, string> = { open: '○', overdue: '✕', kept: '●', 'kept late': '◆', 'no day': '·' }

/** The deadline that has to be kept next: the first that is due of those that still run. */
export function nextClock(clocks: Clock[]): Clock | null {
  const running = clocks.filter(({ state, flag, due }) => (state === 'open' || state === 'overdue') && !flag && due !== null)
  return running.reduce<Clock | null>((first, each) => (first === null || each.due! < first.due! ? each : first), null)
}

export interface Span {
  first: string
  last: string
}

/** The days that all bars have room in: from the first beginning to the last day named, today included. */
export function spanOf(clocks: Clock[], today: string): Span {
  const days = [today, ...clocks.flatMap(({ from, due, kept }) => [from, due, kept])].filter((day): day is string => day !== null)
  const sorted = days.map((day) => day.slice(0, 10)).sort()
  return { first: sorted[0]!, last: sorted.at(-1)! }
}

/** Where a day stands in the span, in percent. */
export function placeIn({ first, last }: Span, day: string): number {
  const at = (iso: string) => Date.parse(`${iso.slice(0, 10)}T00:00:00Z`)
  const whole = at(last) - at(first)
  return whole === 0 ? 0 : (100 * (at(day) - at(first))) / whole
}
