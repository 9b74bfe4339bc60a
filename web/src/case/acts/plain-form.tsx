import { useState } from 'react'
import { words } from '@words/acts'
import { newKey, send } from '../../api/client'
import type { Act } from '../use-case'
import { useActing } from './act-context'
import { ActFrame } from './act-frame'
import { useAct } from './use-act'
import { prefix } from './values'

type By = 'service' | 'invoice' | 'draft'

/** An act that needs nothing but the word: it is said what will happen, and done. */
export function PlainForm({ act, by }: { act: Act; by: By }) {
  const { number, onDone } = useActing()
  const [key] = useState(newKey)
  const { busy, changed, errors, run } = useAct(prefix, [])
  const submit = () => void run(async () => onDone(act, await send('post', `/api/cases/{number}/${by}`, { params: { number } }, { key })))
  return (
    <ActFrame act={act} submit={words.confirm[by]!} busy={busy} changed={changed} errors={errors} onSubmit={submit}>
      <p>{words.says[by]}</p>
    </ActFrame>
  )
}
