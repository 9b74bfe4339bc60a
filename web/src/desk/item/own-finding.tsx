import { Button, Radio } from '@trussworks/react-uswds'
import { useState } from 'react'
import { words } from '@words/desk'
import { recordOwn, useAct } from '../acts'
import { useDesk } from '../desk-context'
import { useOutcomes } from '../outcomes'
import { Problem } from '../problem'

/** What the reviewer finds before the draft's decision is seen. */
export function OwnFinding() {
  const { number, item, can } = useDesk()
  const act = useAct(number)
  const outcomes = useOutcomes()
  const [own, setOwn] = useState<string | null>(null)
  const [missing, setMissing] = useState<string | null>(null)
  const record = () => {
    if (own === null) return setMissing(words.own.missing)
    setMissing(null)
    act.mutate(recordOwn(item.item, own))
  }
  return (
    <section className="own-finding" aria-labelledby="own-title">
      <h3 id="own-title">{words.own.title}</h3>
      <p>{words.own.text}</p>
      {item.open && can('own-finding-recorded') && (
        <>
          <fieldset className="usa-fieldset choice">
            <legend className="usa-legend">{words.own.label}</legend>
            {outcomes.map(({ id, says }) => (
              <Radio key={id} id={`own-${id}`} name="own" label={id} labelDescription={says} checked={own === id} onChange={() => setOwn(id)} />
            ))}
          </fieldset>
          <Problem error={act.error} missing={missing} />
          <Button type="button" disabled={act.isPending} onClick={record}>{words.own.record}</Button>
        </>
      )}
    </section>
  )
}
