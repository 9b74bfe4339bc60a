import { Button, Radio } from '@trussworks/react-uswds'
import { useState } from 'react'
import { words } from '@words/desk'
import { decide, useAct } from '../acts'
import { useDesk } from '../desk-context'
import { decidedOn, noteOn, notesOn } from '../notes/notes'
import { useOutcomes } from '../outcomes'
import { Problem } from '../problem'
import { OwnSentences } from './own-sentences'
import { joined } from './sentences'

type Field = 'decision' | 'rationale' | 'citation'

/** The reviewer's decision on an item. What is typed is kept with the notes; recording it makes it the case's. */
export function DecisionForm() {
  const { number, desk, item, noted, notes, can } = useDesk()
  const act = useAct(number)
  const outcomes = useOutcomes()
  const [missing, setMissing] = useState<string | null>(null)
  const may = can('item-decided')
  const note = (change: Partial<Record<Field, string>>) => notes.keeper.change((text) => noteOn(text, notesOn(text, item), change))
  const { decision, rationale, citation } = noted
  const record = () => {
    if (!decision) return setMissing(words.decision.missing.decision)
    if (!rationale.trim()) return setMissing(words.decision.missing.rationale)
    setMissing(null)
    void notes.keeper.flush()
    act.mutate(decide(desk, { item: item.item, decision, rationale: rationale.trim(), citation: citation.trim() }))
  }
  const { draft } = item
  const takeDraft = () => {
    if (!draft) return
    const differs = rationale.trim() !== '' && rationale !== joined(draft.rationale)
    if (!differs || confirm(words.decision.replace)) note({ rationale: joined(draft.rationale), citation: draft.citation })
  }
  return (
    <section className="decide" aria-labelledby="decision-title">
      <h3 id="decision-title">{words.decision.title}</h3>
      <RecordedLine />
      <fieldset className="usa-fieldset choice" disabled={!may}>
        <legend className="usa-legend">{words.decision.label}</legend>
        {outcomes.map(({ id, says }) => (
          <Radio key={id} id={`decision-${id}`} name="decision" label={id} labelDescription={says} checked={decision === id} onChange={() => note({ decision: id })} />
        ))}
      </fieldset>
      {draft && may && decision && decision === draft.decision && (
        <Button type="button" outline onClick={takeDraft}>{words.decision.useDraft}</Button>
      )}
      <label className="usa-label" htmlFor="rationale">{words.decision.rationale}</label>
      <span className="usa-hint" id="rationale-hint">{words.decision.rationaleHint}</span>
      <textarea id="rationale" className="usa-textarea decide__words" aria-describedby="rationale-hint" maxLength={20000} readOnly={!may}
        value={rationale} onChange={(event) => note({ rationale: event.target.value })} />
      <OwnSentences text={rationale} />
      <label className="usa-label" htmlFor="citation">{words.decision.citation}</label>
      <span className="usa-hint" id="citation-hint">{words.decision.citationHint}</span>
      <textarea id="citation" className="usa-textarea decide__citation" aria-describedby="citation-hint" maxLength={8000} readOnly={!may}
        value={citation} onChange={(event) => note({ citation: event.target.value })} />
      <Problem error={act.error} missing={missing} />
      {may && <Button type="button" disabled={act.isPending} onClick={record}>{item.decided ? words.decision.again : words.decision.record}</Button>}
    </section>
  )
}

function RecordedLine() {
  const { item, noted } = useDesk()
  if (!item.decided) return null
  const recorded = decidedOn(item)
  const same = (['decision', 'rationale', 'citation'] as const).every((field) => (noted[field] ?? '').trim() === (recorded[field] ?? '').trim())
  return (
    <p className="recorded">
      <span className="recorded__what">✓ {words.decision.recorded(item.decided.decision)}</span> {!same && words.decision.changed}
    </p>
  )
}
