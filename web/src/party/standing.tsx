import { words } from '@words/party'
import type { Schema } from '../api/types'
import { Due } from '../components/day/day'
import { capital } from './capital'

/** How the case stands, what happens next and by when, above the five stages that each case goes through. */
export function Standing({ of: { state, says, due, today } }: { of: Schema<'Case'> }) {
  const known = words.states[state]
  return (
    <section className="standing">
      <p className="standing__now">{known?.now ?? `${capital(says)}.`}</p>
      {known && (
        <>
          <h2>{words.nextTitle}</h2>
          <p>{known.next}</p>
          {due && <p className="standing__due">{words.by}: <Due on={due} today={today} /></p>}
          <Stages at={known.stage} />
        </>
      )}
    </section>
  )
}

function Stages({ at }: { at: number }) {
  return (
    <ol className="stages" aria-label={words.stagesLabel}>
      {words.stages.map((name, index) => {
        const state = index < at ? 'done' : index === at ? 'now' : 'later'
        return (
          <li key={name} className={`stages__one stages__one--${state}`} aria-current={state === 'now' ? 'step' : undefined}>
            {name} <span className="stages__state">{words.stageStates[state]}</span>
          </li>
        )
      })}
    </ol>
  )
}
