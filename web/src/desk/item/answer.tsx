import { useQueryClient } from '@tanstack/react-query'
import { words } from '@words/desk'
import { words as common } from '@words/common'
import { acceptFinding, showAnswer, useAct } from '../acts'
import { useDesk } from '../desk-context'
import { noteChange, notesOn } from '../notes/notes'
import { Problem } from '../problem'
import type { Criterion, Finding } from '../types'
import { ChangeForm } from './change-form'

/** What the reviewer said to a finding, and the ways to say it. */
export function Answer({ criterion, answers }: { criterion: Criterion; answers: boolean }) {
  const { number, item, noted, notes } = useDesk()
  const queries = useQueryClient()
  const act = useAct(number)
  const { id, finding, answer } = criterion
  const change = noted.changes?.find((each) => each.criterion === id)
  const begin = () => notes.keeper.change((text) => noteChange(text, notesOn(text, item), id, { finding: otherThan(finding), why: '' }))
  const accept = () => {
    showAnswer(queries, number, item.item, id)
    act.mutate(acceptFinding(item.item, id))
  }
  return (
    <>
      {answer && !answer.overridden && <span className="answered">✓ {words.criteria.accepted}</span>}
      {answer?.overridden && <span className="answered">{words.criteria.changed(common.findings[finding])}{answer.why && `: ${answer.why}`}</span>}
      {answers && !change && (
        <span className="criterion__acts">
          {(!answer || answer.overridden) && <button type="button" className="link-button" onClick={accept}>{words.criteria.accept}<span className="usa-sr-only">: {criterion.says}</span></button>}
          <button type="button" className="link-button" onClick={begin}>{words.criteria.change}<span className="usa-sr-only"> {criterion.says}</span></button>
        </span>
      )}
      <Problem error={act.error} />
      {answers && change && <ChangeForm criterion={criterion} change={change} />}
    </>
  )
}

const otherThan = (finding: Finding): Finding => (finding === 'met' ? 'not met' : 'met')
