import { expect, test } from 'vitest'
import type { Clock } from './clocks'
import { type Event, timelineOf } from './rows'

const event = (version: number, on: string): Event => ({ version, event: 'e', says: 's', on, state: 'x' })
const clock = (rule: string, due: string | null, state: string): Clock => ({
  rule, what: 'w', from: '2015-10-01', due, kept: null, state, flag: false, section: 's', standing: 'confirmed',
})
const said = (rows: ReturnType<typeof timelineOf>) => rows.map((row) => (row.kind === 'event' ? row.event.version : row.kind === 'due' ? row.clock.rule : 'today'))

test('events and last days stand in the order of their days, today after what happened today', () => {
  const rows = timelineOf([event(1, '2015-10-01'), event(2, '2015-10-13T09:00')], [clock('late', '2015-10-05', 'overdue'), clock('open', '2015-10-20', 'open')], '2015-10-13')
  expect(said(rows)).toEqual([1, 'late', 2, 'today', 'open'])
})

test('events keep their order, also where one was entered late', () => {
  expect(said(timelineOf([event(1, '2015-10-05'), event(2, '2015-10-02')], [], '2015-10-13'))).toEqual([1, 2, 'today'])
})

test('what was kept in time and what has no day is not drawn', () => {
  const rows = timelineOf([], [clock('kept', '2015-10-05', 'kept'), clock('none', null, 'no day'), clock('late', '2015-10-05', 'kept late')], '2015-10-13')
  expect(said(rows)).toEqual(['late', 'today'])
})
