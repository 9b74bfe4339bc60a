import { Button, Radio } from '@trussworks/react-uswds'
import { useEffect, useRef, useState } from 'react'
import { words } from '@words/desk'
import { Finding as FindingMark } from '../../components/finding/finding'
import { changeFinding, useAct } from '../acts'
import { useDesk } from '../desk-context'
import { type Change, noteChange, notesOn } from '../notes/notes'
import { Problem } from '../problem'
import type { Criterion, Finding } from '../types'

const findings: Finding[] = ['met', 'not met', 'not documented']

/** Another finding than the draft's, with the reason. What is typed is kept with the notes until it is recorded. */
export function ChangeForm({ criterion, change }: { criterion: Criterion; change: Change }) {
  const { number, item, notes } = useDesk()
  const act = useAct(number)
  const [missing, setMissing] = useState<string | null>(null)
  const form = useRef<HTMLFieldSetElement>(null)
  const { id } = criterion
  useEffect(() => form.current?.querySelector<HTMLInputElement>('input:checked')?.focus(), [])
  const note = (to: { finding: Finding; why: string } | null) =>
    notes.keeper.change((text) => noteChange(text, notesOn(text, item), id, to))
  const record = () => {
    if (!change.why.trim()) return setMissing(words.change.missing)
    setMissing(null)
    act.mutate(changeFinding(item.item, id, change.finding, change.why.trim()), { onSuccess: () => note(null) })
  }
  return (
    <fieldset className="usa-fieldset change-form" ref={form} onKeyDown={(event) => event.key === 'Escape' && note(null)}>
      <legend className="usa-legend">{words.change.title}</legend>
      {findings.map((finding) => (
        <Radio key={finding} id={`${id}-${finding}`} name={`${id}-finding`} label={<FindingMark state={finding} />}
          checked={change.finding === finding} onChange={() => note({ ...change, finding })} />
      ))}
      <label className="usa-label" htmlFor={`${id}-why`}>{words.change.why}</label>
      <textarea id={`${id}-why`} className="usa-textarea" rows={2} value={change.why} onChange={(event) => note({ ...change, why: event.target.value })} />
      <Problem error={act.error} missing={missing} />
      <div className="form-buttons">
        <Button type="button" disabled={act.isPending} onClick={record}>{words.change.record}</Button>
        <Button type="button" unstyled onClick={() => note(null)}>{words.cancel}</Button>
      </div>
    </fieldset>
  )
}
