import { Button } from '@trussworks/react-uswds'
import { useState } from 'react'
import { useNavigate } from 'react-router-dom'
import { words } from '@words/desk'
import { Dialog } from '../../components/dialog/dialog'
import { decline, takeBack, useAct } from '../acts'
import { useDesk } from '../desk-context'
import { useDraftText } from '../draft-text'
import { Problem } from '../problem'

const ways = {
  back: { act: takeBack, title: words.takeBack.title, why: words.takeBack.why, send: words.takeBack.send, missing: words.takeBack.missing },
  decline: { act: decline, title: words.offer.decline, why: words.offer.why, send: words.offer.decline, missing: words.offer.whyMissing },
}

/** An act that takes a reason. */
export function WhyDialog({ way, onClose }: { way: keyof typeof ways; onClose: () => void }) {
  const { number } = useDesk()
  const act = useAct(number)
  const leave = useNavigate()
  const [why, setWhy] = useDraftText(`${way}.${number}`)
  const [missing, setMissing] = useState<string | null>(null)
  const { title, why: label, send, missing: lacks, act: acting } = ways[way]
  const done = () => {
    setWhy('')
    onClose()
    if (way === 'decline') leave('/work')
  }
  const go = () => {
    if (why.trim().length < 3) return setMissing(lacks)
    setMissing(null)
    act.mutate(acting(why.trim()), { onSuccess: done })
  }
  return (
    <Dialog open title={title} onClose={onClose}>
      <label className="usa-label" htmlFor="why">{label}</label>
      <textarea id="why" className="usa-textarea" rows={3} maxLength={1000} value={why} onChange={(event) => setWhy(event.target.value)} />
      <Problem error={act.error} missing={missing} />
      <div className="form-buttons">
        <Button type="button" disabled={act.isPending} onClick={go}>{send}</Button>
        <Button type="button" unstyled onClick={onClose}>{words.cancel}</Button>
      </div>
    </Dialog>
  )
}
