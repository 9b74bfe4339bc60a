import type { Schema } from '../../api/types'
import type { Clock } from './clocks'

export type Event = Schema<'Event'>

export type Row =
  | { kind: 'event'; day: string; event: Event }
  | { kind: 'due'; day: string; clock: Clock }
  | { kind: 'today'; day: string }

const order = { event: 0, due: 1, today: 2 }

/**
 * Events, the last days of deadlines, and today, first to last. Deadlines of which the law counts no day are left out,
 * and those that were kept in time: the event that kept them stands here itself.
 */
export function timelineOf(events: Event[], clocks: Clock[], today: string): Row[] {
  const drawn = clocks.filter(({ due, state }) => due !== null && state !== 'kept')
  const rows: Row[] = [
    ...events.map((event): Row => ({ kind: 'event', day: event.on, event })),
    ...drawn.map((clock): Row => ({ kind: 'due', day: clock.due!, clock })),
    { kind: 'today', day: today },
  ]
  return rows.sort(inTime)
}

function inTime(a: Row, b: Row): number {
  if (a.kind === 'event' && b.kind === 'event') return a.event.version - b.event.version
  const byDay = a.day.slice(0, 10).localeCompare(b.day.slice(0, 10))
  return byDay !== 0 ? byDay : order[a.kind] - order[b.kind]
}
