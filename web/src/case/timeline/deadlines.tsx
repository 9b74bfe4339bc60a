import { words } from '@words/case'
import { Day } from '../../components/day/day'
import { dueInWords } from '../../components/day/days'
import { ClockMark } from './clock-mark'
import { type Clock, placeIn, type Span, spanOf } from './clocks'
import './deadlines.css'

/** The deadlines of a case, each as a bar on the days of the case, with today drawn through all of them. */
export function Deadlines({ clocks, today }: { clocks: Clock[]; today: string }) {
  if (clocks.length === 0) return <p>{words.clocks.none}</p>
  const span = spanOf(clocks, today)
  return (
    <>
      <ul className="deadlines">
        {clocks.map((clock) => (
          <li key={`${clock.rule} ${clock.from}`} className="deadlines__row">
            <div className="deadlines__head">
              <ClockMark state={clock.state} />
              <span className="deadlines__what">{clock.what}</span>
            </div>
            {clock.due !== null && <Bar clock={clock} span={span} today={today} />}
            <p className="deadlines__small">
              <Last clock={clock} today={today} />
              <span title={words.standing(clock.standing)}>{clock.rule} · {clock.section}</span>
              {clock.flag && <span>{words.clocks.flag}</span>}
            </p>
          </li>
        ))}
      </ul>
      <Key />
    </>
  )
}

// The bars are for the eye alone; so is what explains them.
function Key() {
  const { late, done, today } = words.clocks.key
  return (
    <p className="deadlines__key" aria-hidden="true">
      <span><i className="deadlines__late" />{late}</span>
      <span><i className="deadlines__kept" />{done}</span>
      <span><i className="deadlines__today" />{today}</span>
    </p>
  )
}

function Last({ clock: { state, from, due, kept }, today }: { clock: Clock; today: string }) {
  const { clocks } = words
  return (
    <span>
      {clocks.from} <Day on={from} /> {due === null ? clocks.noDay : <>{clocks.to} <Day on={due} />{kept === null && state !== 'kept' && <>, {dueInWords(due, today)}</>}</>}
      {kept !== null && <>; {clocks.keptOn} <Day on={kept} /></>}
    </span>
  )
}

function Bar({ clock: { from, due, kept, state }, span, today }: { clock: Clock; span: Span; today: string }) {
  const begin = placeIn(span, from)
  const end = placeIn(span, due!)
  const until = state === 'kept late' || state === 'overdue' ? placeIn(span, kept ?? today) : end
  return (
    <div className="deadlines__track" aria-hidden="true">
      <span className={`deadlines__bar deadlines__bar--${state.replaceAll(' ', '-')}`} style={{ left: `${begin}%`, width: `${Math.max(0.5, end - begin)}%` }} />
      {until > end && <span className="deadlines__late" style={{ left: `${end}%`, width: `${until - end}%` }} />}
      {kept !== null && <span className="deadlines__kept" style={{ left: `${placeIn(span, kept)}%` }} />}
      <span className="deadlines__today" style={{ left: `${placeIn(span, today)}%` }} />
    </div>
  )
}
