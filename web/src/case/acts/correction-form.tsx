import { useState } from 'react'
import { words } from '@words/acts'
import { newKey, send } from '../../api/client'
import { messageAt } from '../form/server-errors'
import { Text } from '../form/text'
import type { Act } from '../use-case'
import { useActing } from './act-context'
import { ActFrame } from './act-frame'
import { useAct } from './use-act'
import { idOf, prefix } from './values'

/** The letter is written anew beside the one that was served, and why. */
export function CorrectionForm({ act }: { act: Act }) {
  const { number, read, onDone } = useActing()
  const [why, setWhy] = useState('')
  const [key] = useState(newKey)
  const { busy, changed, errors, setErrors, run } = useAct(prefix, ['why'])
  const submit = () => {
    if (why.trim().length < 3) return setErrors([{ field: idOf('why'), message: words.whyMissing }])
    void run(async () => onDone(act, await send('post', '/api/cases/{number}/correction', { params: { number }, body: { why: why.trim() } }, { ifMatch: read.etag, key: `${key}-${read.data.version}` })))
  }
  return (
    <ActFrame act={act} submit={words.correction.submit} busy={busy} changed={changed} errors={errors} onSubmit={submit}>
      <p>{words.correction.says}</p>
      <Text id={idOf('why')} label={words.why} hint={words.whyHint} error={messageAt(errors, idOf('why'))} rows={4} value={why} onChange={setWhy} maxLength={4000} />
    </ActFrame>
  )
}
