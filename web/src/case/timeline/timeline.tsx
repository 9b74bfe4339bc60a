import { words } from '@words/case'
import { Day } from '../../components/day/day'
import { ClockMark } from './clock-mark'
import { type Event, type Row, timelineOf } from './rows'
import { wordsOfWhat } from './what'
import type { Clock } from './clocks'
import './timeline.css'

interface Props {
  events: Event[]
  clocks: Clock[]
  today: string
  /** The words of a state by its id. */
  state: (id: string) => string
}

/** What happened to a case, with who, when, why and by which section, and the last days that were missed or are to come. */
export function Timeline({ events, clocks, today, state }: Props) {
  return (
    <ol className="timeline">
      {timelineOf(events, clocks, today).map((row) => <li key={keyOf(row)} className={`timeline__row timeline__row--${row.kind}`}><Entry row={row} state={state} /></li>)}
    </ol>
  )
}

const keyOf = (row: Row) => (row.kind === 'event' ? `event ${row.event.version}` : row.kind === 'due' ? `due ${row.clock.rule} ${row.day}` : 'today')

function Entry({ row, state }: { row: Row; state: (id: string) => string }) {
  if (row.kind === 'event') return <Happened event={row.event} state={state} />
  if (row.kind === 'today') return <strong>{words.timeline.today}, <Day on={row.day} /></strong>
  const { clock } = row
  return (
    <>
      <span className="timeline__when"><Day on={row.day} /></span>
      <span className="timeline__said">
        <ClockMark state={clock.state} /> {words.timeline.due}: {clock.what} <small>{clock.rule} · {clock.section}</small>
      </span>
    </>
  )
}

function Happened({ event, state }: { event: Event; state: (id: string) => string }) {
  const what = wordsOfWhat(event.what)
  return (
    <>
      <span className="timeline__when"><Day on={event.on} /></span>
      <div className="timeline__said">
        <span className="timeline__what">{event.says}</span>
        {event.who && <span className="timeline__who"> {words.timeline.by(event.who)}</span>}
        <small>{event.section}</small>
        {event.why && <q className="timeline__why">{event.why}</q>}
        {what.length > 0 && (
          <details>
            <summary>{words.timeline.what}</summary>
            <dl>
              {what.map(([name, value]) => <div key={name}><dt>{name}</dt><dd>{value}</dd></div>)}
              <div><dt>{words.timeline.becomes}</dt><dd>{state(event.state)}</dd></div>
            </dl>
          </details>
        )}
      </div>
    </>
  )
}
