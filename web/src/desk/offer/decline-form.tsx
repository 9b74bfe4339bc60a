import { Button } from '@trussworks/react-uswds'
import { useState } from 'react'
import { useNavigate } from 'react-router-dom'
import { words } from '@words/desk'
import { announce } from '../../shell/announcer'
import { decline, useAct } from '../acts'
import { useDraftText } from '../draft-text'
import { Problem } from '../problem'

export function DeclineForm({ number }: { number: string }) {
  const act = useAct(number)
  const go = useNavigate()
  const [why, setWhy] = useDraftText(`decline.${number}`)
  const [missing, setMissing] = useState<string | null>(null)
  const gone = () => {
    setWhy('')
    announce(words.offer.declined)
    go('/work')
  }
  const send = () => {
    if (why.trim().length < 3) return setMissing(words.offer.whyMissing)
    setMissing(null)
    act.mutate(decline(why.trim()), { onSuccess: gone })
  }
  return (
    <section aria-labelledby="decline-title">
      <h2 id="decline-title">{words.offer.or}</h2>
      <label className="usa-label" htmlFor="decline-why">{words.offer.why}</label>
      <span className="usa-hint" id="decline-hint">{words.offer.whyHint}</span>
      <textarea id="decline-why" className="usa-textarea" aria-describedby="decline-hint" rows={2} maxLength={1000} value={why} onChange={(event) => setWhy(event.target.value)} />
      <Problem error={act.error} missing={missing} />
      <Button type="button" outline disabled={act.isPending} onClick={send}>{words.offer.decline}</Button>
    </section>
  )
}
