import { useState } from 'react'
import { words } from '@words/acts'
import { send } from '../../api/client'
import { messageAt } from '../form/server-errors'
import { Text } from '../form/text'
import type { Act } from '../use-case'
import { useActing } from './act-context'
import { ActFrame } from './act-frame'
import { useAct } from './use-act'
import { idOf, prefix } from './values'

/** Two applications become one: this one goes on in another case, or takes another one in. */
export function JoinForm({ act }: { act: Act }) {
  const { number, read, onDone } = useActing()
  const [other, setOther] = useState('')
  const [why, setWhy] = useState('')
  const { busy, changed, errors, setErrors, run } = useAct(prefix, ['into', 'why'])
  const takesIn = act.event === 'consolidated'
  const label = takesIn ? words.join.from : words.join.into
  const submit = () => {
    const named = other.trim()
    if (!named) return setErrors([{ field: idOf('into'), message: words.missing(label) }])
    const note = why.trim() && { why: why.trim() }
    void run(async () => {
      if (!takesIn) return onDone(act, await send('post', '/api/cases/{number}/joining', { params: { number }, body: { into: named, ...note } }, { ifMatch: read.etag }))
      await send('post', '/api/cases/{number}/joining', { params: { number: named }, body: { into: number, ...note } })
      onDone(act)
    })
  }
  return (
    <ActFrame act={act} submit={words.record} busy={busy} changed={changed} errors={errors} onSubmit={submit}>
      <p>{takesIn ? words.join.takesIn : words.join.goesOn}</p>
      <Text id={idOf('into')} label={label} hint={words.join.hint} error={messageAt(errors, idOf('into'))} value={other} onChange={setOther} maxLength={40} />
      <Text id={idOf('why')} label={words.note} optional={words.optional} error={messageAt(errors, idOf('why'))} rows={2} value={why} onChange={setWhy} maxLength={4000} />
    </ActFrame>
  )
}
