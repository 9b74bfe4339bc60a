import { Button } from '@trussworks/react-uswds'
import { useState } from 'react'
import { words } from '@words/desk'
import { Dialog } from '../../components/dialog/dialog'
import { submit, useAct } from '../acts'
import { useDesk } from '../desk-context'
import { joined } from '../item/sentences'
import { Problem } from '../problem'

/** The summary, and the determination goes to the quality check. */
export function SubmitDialog({ onClose }: { onClose: () => void }) {
  const { number, desk, notes } = useDesk()
  const act = useAct(number)
  const [missing, setMissing] = useState<string | null>(null)
  const drafted = joined(desk.summary)
  const summary = notes.text.summary || drafted
  const note = (text: string) => notes.keeper.change((now) => ({ ...now, summary: text }))
  const send = () => {
    if (!summary.trim()) return setMissing(words.submit.missing)
    setMissing(null)
    act.mutate(submit(desk, summary.trim()), { onSuccess: onClose })
  }
  return (
    <Dialog open title={words.submit.title} onClose={onClose}>
      <p>{words.submit.text}</p>
      <label className="usa-label" htmlFor="summary">{words.submit.summary}</label>
      <span className="usa-hint" id="summary-hint">{words.submit.hint}</span>
      <textarea id="summary" className="usa-textarea" aria-describedby="summary-hint" maxLength={20000} value={summary} onChange={(event) => note(event.target.value)} />
      {drafted && summary !== drafted && <Button type="button" unstyled onClick={() => note(drafted)}>{words.submit.useDraft}</Button>}
      <Problem error={act.error} missing={missing} />
      <div className="form-buttons">
        <Button type="button" disabled={act.isPending} onClick={send}>{words.submit.send}</Button>
        <Button type="button" unstyled onClick={onClose}>{words.cancel}</Button>
      </div>
    </Dialog>
  )
}
