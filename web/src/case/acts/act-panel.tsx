import { useMemo, useRef, useState } from 'react'
import { words } from '@words/acts'
import type { Answered } from '../../api/client'
import type { Schema, Session } from '../../api/types'
import { useApi } from '../../api/use-api'
import { useEligibility } from '../access/use-eligibility'
import { type Act, type Case, useActs, useRenew } from '../use-case'
import { ActForm, ActList } from './acts'
import { type ActContext, Acting } from './act-context'
import { keyOf } from './sort-acts'
import './acts.css'

interface Props {
  session: Session
  read: Answered<Case>
  programme: Schema<'Programme'>
  state: (id: string) => string
}

const noRules: never[] = []

/** What whoever is signed in can do with the case now, and the form of what they chose. */
export function ActPanel({ session, read, programme, state }: Props) {
  const number = read.data.case_number
  const acts = useActs(number)
  const renew = useRenew(number)
  const [open, setOpen] = useState<Act | null>(null)
  const [last, setLast] = useState<Act | null>(null)
  const [done, setDone] = useState<string[]>([])
  const said = useRef<HTMLDivElement>(null)
  const rules = useEligibility(read.data, session.role).data?.rules ?? noRules
  const reviewers = useReviewers(session, read.data, open)
  const choose = (act: Act) => {
    setDone([])
    setOpen(act)
  }
  const context = useMemo((): ActContext => ({
    number, read, programme, rules, reviewers,
    possible: (act) => acts.data?.acts.some((each) => keyOf(each) === keyOf(act)) ?? false,
    again: () => renew(),
    onDone: (act, changed, more = []) => {
      const now = changed ? [words.nowIn(changed.data.says)] : []
      setDone([words.done(act.says), ...now, ...more])
      setLast(null)
      setOpen(null)
      void renew(changed)
      requestAnimationFrame(() => said.current?.focus())
    },
    onCancel: () => {
      setLast(open)
      setOpen(null)
    },
  }), [number, read, programme, rules, reviewers, acts.data, open, renew])
  return (
    <section className="acts" aria-labelledby="acts-title">
      <h2 id="acts-title">{words.title}</h2>
      <div ref={said} tabIndex={-1} role="status" className="acts__said">
        {done.length > 0 && (
          <div className="usa-alert usa-alert--success usa-alert--slim"><div className="usa-alert__body">{done.map((line) => <p key={line} className="usa-alert__text">{line}</p>)}</div></div>
        )}
      </div>
      <Acting.Provider value={context}>
        {open ? <ActForm key={keyOf(open)} act={open} /> : acts.data && (
          <ActList number={number} acts={acts.data.acts} role={session.role} work={read.data.work} state={state} last={last} onChoose={choose} />
        )}
      </Acting.Provider>
    </section>
  )
}

// To ask one of them the whole list is needed, which is for assignment; to release one, those of the case.
function useReviewers({ role }: Session, { reviewers = [] }: Case, open: Act | null) {
  const all = useApi('/api/reviewers', {}, { enabled: role === 'assign' && open?.event === 'reviewer-proposed' })
  return useMemo(() => (event: string) => {
    if (event !== 'reviewer-proposed') return reviewers.map(({ reviewer }) => ({ id: reviewer, says: reviewer }))
    const free = (all.data?.reviewers ?? []).filter(({ may_review, reviewer }) => may_review && !reviewers.some((each) => each.reviewer === reviewer))
    return free.map(({ reviewer, specialties }) => ({ id: reviewer, says: [reviewer, ...specialties].join(', ') }))
  }, [all.data, reviewers])
}
