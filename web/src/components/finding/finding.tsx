import { words } from '@words/common'
import './finding.css'

export type FindingState = 'met' | 'not met' | 'not documented' | 'not looked at yet'

const marks: Record<FindingState, string> = { met: '●', 'not met': '✕', 'not documented': '○', 'not looked at yet': '·' }

/** How a criterion stands, told three times: by shape, colour and word. `compact` keeps the word for the ear alone. */
export function Finding({ state, compact = false }: { state: FindingState; compact?: boolean }) {
  return (
    <span className={`finding finding--${state.replaceAll(' ', '-')}`}>
      <span className="finding__mark" aria-hidden="true">{marks[state]}</span>
      <span className={compact ? 'usa-sr-only' : undefined}>{words.findings[state]}</span>
    </span>
  )
}
