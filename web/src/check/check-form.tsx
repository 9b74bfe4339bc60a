import { Button, Label, Textarea, TextInput } from '@trussworks/react-uswds'
import { type FormEvent, useState } from 'react'
import { words } from '@words/check'
import type { Body } from '../api/types'
import type { FieldError } from '../components/errors/error-summary'
import { FileLoader } from './file-loader'

interface Props {
  busy: boolean
  errors: FieldError[]
  onErrors: (errors: FieldError[]) => void
  onCheck: (request: Body<'post', '/api/check'>) => void
}

const mostNotes = 200_000

export function CheckForm({ busy, errors, onErrors, onCheck }: Props) {
  const [treatment, setTreatment] = useState('')
  const [notes, setNotes] = useState('')
  const wrong = (field: string) => errors.find((error) => error.field === field)?.message
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const entered = new FormData(event.currentTarget)
    const day = (name: string) => String(entered.get(name) ?? '') || undefined
    const missing: FieldError[] = []
    if (!treatment.trim()) missing.push({ field: 'treatment', message: words.treatment.missing })
    if (!notes.trim()) missing.push({ field: 'notes', message: words.notes.missing })
    if (notes.length > mostNotes) missing.push({ field: 'notes', message: words.notes.long })
    if (missing.length > 0) return onErrors(missing)
    const [on, injury] = [day('on'), day('injury')]
    onCheck({ treatment: treatment.trim(), notes, ...(on && { on }), ...(injury && { injury }) })
  }
  return (
    <form className="check__form" noValidate onSubmit={submit}>
      <div className={group(wrong('treatment'))}>
        <Label htmlFor="treatment" error={Boolean(wrong('treatment'))}>{words.treatment.label}</Label>
        <span className="usa-hint" id="treatment-hint">{words.treatment.hint}</span>
        <Wrong id="treatment-error" message={wrong('treatment')} />
        <TextInput
          id="treatment" name="treatment" type="text" maxLength={500} autoComplete="off" value={treatment} onChange={(event) => setTreatment(event.target.value)}
          aria-describedby="treatment-hint treatment-error" aria-invalid={wrong('treatment') ? true : undefined}
          {...(wrong('treatment') && { validationStatus: 'error' as const })}
        />
      </div>
      <div className={group(wrong('notes'))}>
        <Label htmlFor="notes" error={Boolean(wrong('notes'))}>{words.notes.label}</Label>
        <span className="usa-hint" id="notes-hint">{words.notes.hint}</span>
        <Wrong id="notes-error" message={wrong('notes')} />
        <Textarea
          id="notes" name="notes" rows={12} className="check__notes" value={notes} onChange={(event) => setNotes(event.target.value)} spellCheck={false}
          aria-describedby="notes-hint notes-error notes-count" aria-invalid={wrong('notes') ? true : undefined} error={Boolean(wrong('notes'))}
        />
        <span className="usa-hint check__count" id="notes-count">{words.notes.count(notes.length)}</span>
      </div>
      <FileLoader onText={(text) => setNotes((now) => (now.trim() ? `${now.trimEnd()}\n\n${text}` : text))} />
      <div className="check__days">
        <Day name="on" {...words.on} />
        <Day name="injury" {...words.injury} />
      </div>
      <Button type="submit" disabled={busy}>{busy ? words.checking : words.submit}</Button>
    </form>
  )
}

const group = (wrong: string | undefined) => (wrong ? 'usa-form-group usa-form-group--error' : 'usa-form-group')

function Wrong({ id, message }: { id: string; message: string | undefined }) {
  return <span className={message ? 'usa-error-message' : undefined} id={id}>{message}</span>
}

function Day({ name, label, hint }: { name: string; label: string; hint: string }) {
  return (
    <div>
      <Label htmlFor={name}>{label} <span className="usa-hint">({words.optional})</span></Label>
      <span className="usa-hint" id={`${name}-hint`}>{hint}</span>
      <input className="usa-input" id={name} name={name} type="date" aria-describedby={`${name}-hint`} />
    </div>
  )
}
