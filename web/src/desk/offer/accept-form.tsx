import { Button, Checkbox } from '@trussworks/react-uswds'
import { useState } from 'react'
import { words } from '@words/desk'
import { accept, useAct } from '../acts'
import { useDraftText } from '../draft-text'
import { Problem } from '../problem'
import type { Desk } from '../types'

export function AcceptForm({ desk }: { desk: Desk }) {
  const number = desk.case_number
  const act = useAct(number)
  const [attestation, setAttestation] = useDraftText(`attestation.${number}`, words.offer.attestation)
  const [attested, setAttested] = useState(false)
  const [missing, setMissing] = useState<string | null>(null)
  const send = () => {
    if (!attested || attestation.trim().length < 10) return setMissing(words.offer.confirmMissing)
    setMissing(null)
    act.mutate(accept(desk, attestation.trim()), { onSuccess: () => setAttestation(words.offer.attestation) })
  }
  return (
    <section aria-labelledby="attest-title">
      <h2 id="attest-title">{words.offer.attest}</h2>
      <label className="usa-label" htmlFor="attestation">{words.offer.words}</label>
      <textarea id="attestation" className="usa-textarea" rows={4} maxLength={1000} value={attestation} onChange={(event) => setAttestation(event.target.value)} />
      <Checkbox id="attested" name="attested" label={words.offer.confirm} checked={attested} onChange={(event) => setAttested(event.target.checked)} />
      <Problem error={act.error} missing={missing} />
      <Button type="button" disabled={act.isPending} onClick={send}>{words.offer.accept}</Button>
    </section>
  )
}
