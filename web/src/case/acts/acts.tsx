import { useEffect, useRef } from 'react'
import { Link } from 'react-router-dom'
import { words } from '@words/acts'
import { words as shell } from '@words/shell'
import type { Role } from '../../api/types'
import { deskAddress } from '../addresses'
import { RecordsForm } from '../records/records-form'
import type { Act } from '../use-case'
import { CorrectionForm } from './correction-form'
import { EventForm } from './event-form'
import { JoinForm } from './join-form'
import { NoticeForm } from './notice-form'
import { PlainForm } from './plain-form'
import { keyOf, sortActs } from './sort-acts'
import { sentence } from './values'

interface Props {
  number: string
  acts: Act[]
  role: Role
  /** Whose turn it is. */
  work: string | null
  state: (id: string) => string
  /** The act whose button gets the focus back. */
  last: Act | null
  onChoose: (act: Act) => void
}

/** The acts to choose from: first those that lead the case on. */
export function ActList({ number, acts, role, work, state, last, onChoose }: Props) {
  const { onward, also, desk } = sortActs(acts, role)
  const back = useRef<HTMLButtonElement>(null)
  useEffect(() => back.current?.focus(), [])
  const list = (some: Act[]) => (
    <ul className="acts__list">
      {some.map((act) => (
        <li key={keyOf(act)}>
          <button type="button" className="acts__act" ref={last && keyOf(last) === keyOf(act) ? back : undefined} onClick={() => onChoose(act)}>
            <span>{sentence(act.says)}</span>
            <small>{act.to && <>{words.leads}: {state(act.to)} · </>}{act.section}</small>
          </button>
        </li>
      ))}
    </ul>
  )
  const other = work !== null && work !== role ? words.noneMore(shell.roles[work as Role] ?? work) : ''
  return (
    <>
      {desk && role === 'review' && <p className="acts__desk">{words.desk} <Link className="usa-button" to={deskAddress(number)}>{words.openDesk}</Link></p>}
      {onward.length + also.length === 0 && !(desk && role === 'review') && <p>{words.none} {other}</p>}
      {onward.length > 0 && <><h3>{words.onward}</h3>{list(onward)}</>}
      {also.length > 0 && <><h3>{words.also}</h3>{list(also)}</>}
    </>
  )
}

/** The form of an act, by the address that takes it. */
export function ActForm({ act }: { act: Act }) {
  switch (act.by) {
    case 'notices':
      return <NoticeForm act={act} />
    case 'records':
      return <RecordsForm act={act} />
    case 'service':
    case 'invoice':
    case 'draft':
      return <PlainForm act={act} by={act.by} />
    case 'joining':
      return <JoinForm act={act} />
    case 'correction':
      return <CorrectionForm act={act} />
    default:
      return <EventForm act={act} />
  }
}
