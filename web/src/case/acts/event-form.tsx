import { useState } from 'react'
import { words } from '@words/acts'
import { newKey, send } from '../../api/client'
import { messageAt } from '../form/server-errors'
import { Text } from '../form/text'
import type { Act } from '../use-case'
import { useActing } from './act-context'
import { ActFrame } from './act-frame'
import { FieldInput } from './field-input'
import { momentOf, onDay, onTime } from './moment'
import { useAct } from './use-act'
import { fieldsOf, idOf, prefix, type Typed, whatOf } from './values'

/** The form of an event, made from its fields. */
export function EventForm({ act }: { act: Act }) {
  const { number, read, onDone } = useActing()
  const [typed, setTyped] = useState<Typed>({})
  const [why, setWhy] = useState('')
  const [when, setWhen] = useState({ day: '', time: '' })
  const [key] = useState(newKey)
  const fields = fieldsOf(act)
  const { busy, changed, errors, setErrors, run } = useAct(prefix, [...fields.map(({ name }) => name), 'why'])
  const submit = () => {
    const { what, errors: wrong } = whatOf(act, typed)
    const { on, errors: untimely } = momentOf(when.day, when.time, read.data.today)
    const unsaid = act.needs_reason && !why.trim() ? [{ field: idOf('why'), message: words.whyMissing }] : []
    const all = [...wrong, ...unsaid, ...untimely]
    if (all.length > 0) return setErrors(all)
    const body = { event: act.event, what, ...(why.trim() && { why: why.trim() }), ...(on && { on }) }
    void run(async () => onDone(act, await send('post', '/api/cases/{number}/events', { params: { number }, body }, { ifMatch: read.etag, key: `${key}-${read.data.version}` })))
  }
  return (
    <ActFrame act={act} submit={words.record} busy={busy} changed={changed} errors={errors} onSubmit={submit}>
      {fields.map((field) => (
        <FieldInput key={field.name} event={act.event} field={field} typed={typed[field.name]} error={messageAt(errors, idOf(field.name))} onChange={(value) => setTyped((all) => ({ ...all, [field.name]: value }))} />
      ))}
      <Text id={idOf('why')} label={act.needs_reason ? words.why : words.note} hint={act.needs_reason ? words.whyHint : undefined} optional={act.needs_reason ? undefined : words.optional} error={messageAt(errors, idOf('why'))} rows={act.needs_reason ? 4 : 2} value={why} onChange={setWhy} maxLength={4000} />
      <details className="act__earlier" open={messageAt(errors, onDay) ? true : undefined}>
        <summary>{words.earlier}</summary>
        <div className="act__when">
          <Text id={onDay} label={words.day} type="date" error={messageAt(errors, onDay)} value={when.day} onChange={(day) => setWhen((all) => ({ ...all, day }))} />
          <Text id={onTime} label={words.time} optional={words.optional} type="time" value={when.time} onChange={(time) => setWhen((all) => ({ ...all, time }))} />
        </div>
      </details>
    </ActFrame>
  )
}
