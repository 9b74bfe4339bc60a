import { useEffect, useRef } from 'react'
import { words } from '@words/desk'
import { Day } from '../../components/day/day'
import { formatDay } from '../../components/day/days'
import { useDesk } from '../desk-context'
import { Precedents } from '../precedents/precedents'
import { Criteria } from './criteria'
import { DecisionForm } from './decision-form'
import { Draft } from './draft'
import { NoDraft } from './no-draft'
import { OwnFinding } from './own-finding'
import './item.css'

/** One item: what is asked and why it was denied, the guideline with its criteria, then finding and decision. */
export function ItemPanel() {
  const { desk, item } = useDesk()
  const { text, open, service_date, guideline, edition, draft_shown } = item
  const opened = useBecame(draft_shown)
  return (
    <article className="item" aria-label={text}>
      <h2>{text}</h2>
      {service_date && <p className="item__date">{words.items.date} <Day on={service_date} /></p>}
      <Denial />
      {desk.draft_ready && (
        <div className="item__guideline">
          {guideline.length === 0 ? <p>{words.items.noGuideline}</p> : <ul aria-label={words.items.guideline}>{guideline.map((each) => <li key={each}>{each}</li>)}</ul>}
          {edition && <p className="item__edition">{words.items.edition(formatDay(edition))}</p>}
        </div>
      )}
      {desk.draft_ready ? <Criteria /> : <NoDraft />}
      {desk.draft_ready && (draft_shown ? <Draft opened={opened} /> : <OwnFinding />)}
      {draft_shown && <Precedents />}
      {open && (draft_shown || !desk.draft_ready) && <DecisionForm />}
    </article>
  )
}

function Denial() {
  const { denial_reasons: reasons, denial_guideline: guideline } = useDesk().item
  if (!reasons && !guideline) return null
  return (
    <details className="item__denial">
      <summary>{words.items.denial}</summary>
      {reasons && <p>{reasons}</p>}
      {guideline && <p>{words.items.denialGuideline}: {guideline}</p>}
    </details>
  )
}

function useBecame(now: boolean): boolean {
  const before = useRef(now)
  useEffect(() => void (before.current = now))
  return now && !before.current
}
