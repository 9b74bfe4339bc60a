import { Link } from 'react-router-dom'
import { words } from '@words/case'
import { words as shell } from '@words/shell'
import type { Role } from '../api/types'
import { Due } from '../components/day/day'
import { deskAddress } from './addresses'
import { ClockMark } from './timeline/clock-mark'
import { nextClock } from './timeline/clocks'
import type { Case } from './use-case'

/** The state of the case in words, whose turn it is and until when, and the deadline that comes first. */
export function StateNow({ read, role }: { read: Case; role: Role }) {
  const { says, work, due, today, deadlines, priority, case_number } = read
  const next = nextClock(deadlines)
  return (
    <section className="now" aria-labelledby="now-title">
      <h2 id="now-title" className="usa-sr-only">{words.now}</h2>
      <p className="now__state">{says.charAt(0).toUpperCase() + says.slice(1)}</p>
      <dl className="now__facts">
        <div><dt>{words.whose}</dt><dd>{work === null ? words.nobody : (shell.roles[work as Role] ?? work)}</dd></div>
        {due !== null && <div><dt>{words.due}</dt><dd><Due on={due} today={today} /></dd></div>}
        <div><dt>{words.priority}</dt><dd>{priority === 'expedited' ? <strong>{words.expedited}</strong> : priority === 'standard' ? words.standard : priority}</dd></div>
        {next && <div className="now__next"><dt>{words.nextDuty}</dt><dd><ClockMark state={next.state} /> {next.what}: <Due on={next.due} today={today} /> <small>{next.rule} · {next.section}</small></dd></div>}
      </dl>
      {role === 'quality' || role === 'medical-director' || role === 'intake' ? <Link className="usa-link" to={deskAddress(case_number)}>{words.openDesk}</Link> : null}
    </section>
  )
}
