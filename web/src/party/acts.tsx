import { Button } from '@trussworks/react-uswds'
import { useState } from 'react'
import { Link } from 'react-router-dom'
import { words } from '@words/party'
import type { Schema } from '../api/types'
import { useApi } from '../api/use-api'
import { ActForm } from './act-form'
import { capital } from './capital'

/** What a party can do now: send records, and each act that the programme allows them. */
export function Acts({ of, etag, uploadTo }: { of: Schema<'Case'>; etag: string | null; uploadTo: string }) {
  const asked = useApi('/api/cases/{number}/acts', { params: { number: of.case_number } })
  const [open, setOpen] = useState<string | null>(null)
  const [done, setDone] = useState(false)
  const acts = (asked.data?.acts ?? []).filter(({ by }) => by === 'events')
  const records = asked.data?.acts.some(({ by }) => by === 'records') ?? false
  const chosen = acts.find((act) => act.event === open)
  if (chosen) {
    return (
      <ActForm
        act={chosen} of={of} etag={etag} onCancel={() => setOpen(null)}
        onDone={() => { setOpen(null); setDone(true) }}
      />
    )
  }
  return (
    <>
      <div role="status">{done && <p className="party__done">{words.actDone}</p>}</div>
      {records && <Link className="usa-button" to={uploadTo}>{words.sendRecords}</Link>}
      {acts.map((act) => (
        <Button key={act.event} type="button" outline={records} onClick={() => { setOpen(act.event); setDone(false) }}>
          {words.acts[act.event]?.title ?? capital(act.says)}
        </Button>
      ))}
      {asked.data && !records && acts.length === 0 && <p className="party__none">{words.nothingToDo}</p>}
    </>
  )
}
