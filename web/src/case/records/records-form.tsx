import { type ChangeEvent, useState } from 'react'
import { words } from '@words/acts'
import { newKey, send } from '../../api/client'
import { Field } from '../../components/field/field'
import { useActing } from '../acts/act-context'
import { ActFrame } from '../acts/act-frame'
import { useAct } from '../acts/use-act'
import { Choice } from '../form/choice'
import { messageAt } from '../form/server-errors'
import type { Act } from '../use-case'
import { UploadList } from './upload-list'
import { useUploads } from './use-uploads'

const filesId = 'records-files'
const fromId = 'records-from'

/** Receives records: the files are sent first, and become records of the case together. */
export function RecordsForm({ act }: { act: Act }) {
  const { number, read, onDone } = useActing()
  const [from, setFrom] = useState('')
  const [key] = useState(newKey)
  const { all, add, remove, goOn, forgetAll } = useUploads(number, from)
  const { busy, changed, errors, setErrors, run } = useAct('records', ['files', 'from', 'uploads'])
  const choose = ({ target }: ChangeEvent<HTMLInputElement>) => {
    add([...(target.files ?? [])])
    target.value = ''
  }
  const submit = () => {
    const done = all.flatMap(({ upload, state }) => (state === 'done' && upload ? [upload] : []))
    const wrong = [
      ...(from ? [] : [{ field: fromId, message: words.missingChoice(words.records.from) }]),
      ...(all.length === 0 ? [{ field: filesId, message: words.records.missing }] : []),
      ...(done.length < all.length ? [{ field: filesId, message: words.records.unfinished }] : []),
    ]
    if (wrong.length > 0) return setErrors(wrong)
    void run(async () => {
      const { data } = await send('post', '/api/cases/{number}/records', { params: { number }, body: { uploads: done, from } }, { key })
      forgetAll()
      const losses = data.losses.length > 0 ? [words.records.losses, ...data.losses] : []
      onDone(act, undefined, [words.records.received(data.received.length), ...losses])
    })
  }
  const parties = read.data.parties.map(({ role, says, name }) => ({ id: role, says: `${name}, ${says}` }))
  return (
    <ActFrame act={act} submit={words.records.receive} busy={busy} changed={changed} errors={errors} onSubmit={submit}>
      <Choice id={fromId} label={words.records.from} options={parties} value={from} error={messageAt(errors, fromId)} onChange={setFrom} />
      <div className="field">
        <Field id={filesId} label={words.records.files} hint={words.records.filesHint} errors={errors}>
          {(described) => <input className="usa-input" type="file" multiple {...described} onChange={choose} />}
        </Field>
      </div>
      <UploadList all={all} onRemove={remove} onGoOn={goOn} />
    </ActFrame>
  )
}
