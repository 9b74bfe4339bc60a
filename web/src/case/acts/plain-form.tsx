import { useState } from 'react'
import { words } from '@words/acts'
import { newKey, send } from '../../api/client'
import { messageAt } from '../form/server-errors'
import type { Act } from '../use-case'
import { useActing } from './act-context'
import { ActFrame } from './act-frame'
import { useAct } from './use-act'
import { idOf, prefix } from './values'
import { isWayOpen, Way } from './way'

type By = 'service' | 'invoice' | 'draft'

// The paper that goes out with it.
const noticeOf: Partial<Record<By, string>> = { service: 'determination', invoice: 'invoice' }

/** An act that needs nothing but the word, or the way a paper goes: it is said what will happen, and done. */
export function PlainForm({ act, by }: { act: Act; by: By }) {
  const { number, read, programme, onDone } = useActing()
  const [way, setWay] = useState('')
  const [key] = useState(newKey)
  const { busy, changed, errors, setErrors, run } = useAct(prefix, ['by'])
  const paper = programme.notices?.find(({ id }) => id === noticeOf[by])
  const open = isWayOpen(read.data.parties, paper?.to ?? [])
  const submit = () => {
    if (open && !way) return setErrors([{ field: idOf('by'), message: words.notice.byMissing }])
    const body = { ...(way && { by: way }) }
    void run(async () => onDone(act, by === 'draft'
      ? await send('post', '/api/cases/{number}/draft', { params: { number } }, { key })
      : await send('post', `/api/cases/{number}/${by}`, { params: { number }, body }, { key })))
  }
  return (
    <ActFrame act={act} submit={words.confirm[by]!} busy={busy} changed={changed} errors={errors} onSubmit={submit}>
      <p>{words.says[by]}</p>
      {paper && <Way id={idOf('by')} open={open} value={way} error={messageAt(errors, idOf('by'))} onChange={setWay} />}
    </ActFrame>
  )
}
