import { useRef } from 'react'
import { useParams } from 'react-router-dom'
import { words } from '@words/case'
import { useSession } from '../session/session'
import { Loading } from '../shell/loading'
import { Page } from '../shell/page'
import { AccessForm } from './access/access-form'
import { Eligibility } from './access/eligibility'
import { useEligibility } from './access/use-eligibility'
import { Papers } from './access/papers'
import { Reads } from './access/reads'
import { ActPanel } from './acts/act-panel'
import { CaseAside } from './aside/case-aside'
import { Section } from './aside/section'
import { LetterPanel } from './letter/letter-panel'
import { useLetter } from './letter/use-letter'
import { StateNow } from './state-now'
import { Deadlines } from './timeline/deadlines'
import { Timeline } from './timeline/timeline'
import { useActs, useCase, useEvents, useProgramme } from './use-case'
import './case.css'

/** A case as the organization sees it: where it stands, what can be done, what happened, and what belongs to it. */
export default function CasePage() {
  const { number = '' } = useParams()
  const session = useSession()!
  const { data: answered, isError } = useCase(number)
  const { data: programme } = useProgramme()
  const { data: history } = useEvents(number)
  const acts = useActs(number)
  const eligibility = useEligibility(answered?.data, session.role)
  const letter = useLetter(answered?.data, session.role)
  // What stands above the deadlines comes with them, or they would move.
  const isWhole = useRef(false)
  isWhole.current ||= Boolean(answered && history) && !acts.isPending && !eligibility.isLoading && !letter.isLoading
  if (!answered || !programme || !history || !isWhole.current) return <Page key={number} title={words.title(number)}><Loading /></Page>
  const { data: read } = answered
  const state = (id: string) => programme.states.find((each) => each.id === id)?.says ?? id
  const seesReads = session.role === 'quality' || session.role === 'medical-director'
  return (
    <Page key={number} title={words.title(number)}>
      <Papers number={number}>
        {isError && <p className="case__stale" role="status">{words.stale}</p>}
        <div className="case">
          <div className="case__main">
            <StateNow read={read} role={session.role} />
            <LetterPanel read={read} role={session.role} />
            <Eligibility read={read} role={session.role} />
            <ActPanel session={session} read={answered} programme={programme} state={state} />
            <Section title={words.clocks.title}><Deadlines clocks={read.deadlines} today={read.today} /></Section>
            <Section title={words.timeline.title}>
              <Timeline events={history.events} clocks={read.deadlines} today={read.today} state={state} />
            </Section>
            {seesReads && <Reads number={number} records={read.records} />}
          </div>
          <CaseAside read={read} programme={programme} role={session.role} />
          {session.role === 'intake' && <div className="case__foot"><AccessForm number={number} /></div>}
        </div>
      </Papers>
    </Page>
  )
}
