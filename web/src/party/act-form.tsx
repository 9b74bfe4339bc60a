import { Button, Label, Textarea } from '@trussworks/react-uswds'
import { useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useEffect, useRef, useState } from 'react'
import { words } from '@words/party'
import { ApiError, newKey, send } from '../api/client'
import type { Schema } from '../api/types'
import { apiKey } from '../api/use-api'
import { errorsOf, ErrorSummary, type FieldError } from '../components/errors/error-summary'
import { useSession } from '../session/session'
import { eventOf, fieldsOf, speaksFor } from './act-fields'
import { capital } from './capital'

interface Props {
  act: Schema<'Act'>
  of: Schema<'Case'>
  etag: string | null
  onCancel: () => void
  onDone: () => void
}

/** A small form for one act. It takes the focus when it opens. */
export function ActForm({ act, of, etag, onCancel, onDone }: Props) {
  const known = words.acts[act.event]
  const role = useSession(true)?.role ?? 'applicant'
  const from = speaksFor(role, of.parties)
  const fields = fieldsOf(act, from)
  const [errors, setErrors] = useState<FieldError[]>([])
  const [key] = useState(newKey)
  const [busy, setBusy] = useState(false)
  const queries = useQueryClient()
  const top = useRef<HTMLHeadingElement>(null)
  useEffect(() => top.current?.focus(), [])
  const whyLabel = known?.why ?? words.whyLabel
  const needsWhy = act.needs_reason || act.event === 'information-received'

  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const values = Object.fromEntries([...new FormData(event.currentTarget)].map(([name, value]) => [name, String(value)]))
    const needed = fields.filter(({ required }) => required).map(({ name, says }) => ({ field: name, label: labelOf(name, says) }))
    if (needsWhy) needed.push({ field: 'why', label: whyLabel })
    const missing = needed.filter(({ field }) => !values[field]?.trim())
    if (missing.length > 0) return setErrors(missing.map(({ field, label }) => ({ field, message: words.required(label) })))
    setBusy(true)
    try {
      await send('post', '/api/cases/{number}/events', { params: { number: of.case_number }, body: eventOf(act, values, from) }, { key, ifMatch: etag })
      onDone()
    } catch (error) {
      if (!(error instanceof ApiError)) throw error
      setErrors(error.changedMeanwhile ? [{ message: words.reload }] : errorsOf(error))
    } finally {
      setBusy(false)
      await queries.invalidateQueries({ predicate: ({ queryKey }) => String(queryKey[0]).startsWith(apiKey('/api/cases/{number}')[0] as string) })
    }
  }
  const wrong = errors.find(({ field }) => field === 'why')?.message
  return (
    <form className="party__form" noValidate onSubmit={(event) => void submit(event)}>
      <h3 ref={top} tabIndex={-1}>{known?.title ?? capital(act.says)}</h3>
      {known?.text && <p>{known.text}</p>}
      <ErrorSummary errors={errors} />
      {fields.map(({ name, kind, says }) => (
        <div key={name}>
          <Label htmlFor={name}>{labelOf(name, says)}</Label>
          {kind === 'role'
            ? <select className="usa-select" id={name} name={name}>{from.map(({ role: id, says: who, name: person }) => <option key={id} value={id}>{person} ({who})</option>)}</select>
            : <input className="usa-input" id={name} name={name} type={kind === 'day' ? 'date' : 'text'} inputMode={kind === 'number' ? 'numeric' : 'text'} />}
        </div>
      ))}
      <Label htmlFor="why" error={Boolean(wrong)}>{whyLabel}</Label>
      {wrong && <span className="usa-error-message" id="why-error">{wrong}</span>}
      <Textarea
        id="why" name="why" rows={5} maxLength={4000} error={Boolean(wrong)} aria-invalid={wrong ? true : undefined}
        aria-describedby={wrong ? 'why-error' : undefined}
      />
      <Button type="submit" disabled={busy}>{words.actSend}</Button>
      <Button type="button" unstyled onClick={onCancel}>{words.actCancel}</Button>
    </form>
  )
}

const labelOf = (name: string, says: string) => words.fields[name] ?? capital(says)
