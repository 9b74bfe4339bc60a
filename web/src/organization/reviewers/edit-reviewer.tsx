import { Button } from '@trussworks/react-uswds'
import { useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { words } from '@words/reviewers'
import { words as shell } from '@words/shell'
import { ApiError, send } from '../../api/client'
import { errorsOf, ErrorSummary, type FieldError } from '../../components/errors/error-summary'
import { Field } from '../../components/field/field'
import { checkReviewer, idOf, parseJson } from './check-reviewer'
import { ReviewerForm } from './reviewer-form'
import { type OnFile, onFile } from './shape'

interface Props {
  start: OnFile
  isNew?: boolean
  onKept: (id: string) => void
  onCancel: () => void
}

/** What is on file of a reviewer, to be changed as a form or as data; both show the same. */
export function EditReviewer({ start, isNew = false, onKept, onCancel }: Props) {
  const queries = useQueryClient()
  const [data, setData] = useState(start)
  const [json, setJson] = useState<string | null>(null)
  const [errors, setErrors] = useState<FieldError[]>([])
  const [busy, setBusy] = useState(false)
  const toData = () => setJson(JSON.stringify(data, null, 2))
  const toForm = () => {
    const { data: read, error } = parseJson(json ?? '')
    if (error || typeof read !== 'object' || read === null) return setErrors(error ? [error] : checkReviewer(read))
    setErrors([])
    setData(onFile(read))
    setJson(null)
  }
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    const { data: read, error } = json === null ? { data: tidy(data) } : parseJson(json)
    const wrong = error ? [error] : checkReviewer(read)
    if (wrong.length > 0) return setErrors(json === null ? wrong : wrong.map(({ message }) => ({ field: idOf('json'), message })))
    const body = read as Record<string, unknown>
    const id = isNew ? String(body['id']) : start.id
    setBusy(true)
    try {
      await send('put', '/api/reviewers/{id}', { params: { id }, body })
      await queries.invalidateQueries({ predicate: ({ queryKey }) => String(queryKey[0]).startsWith('/api/reviewers') })
      onKept(id)
    } catch (failure) {
      if (!(failure instanceof ApiError)) throw failure
      setErrors(errorsOf(failure).map(({ message }) => ({ message })))
      setBusy(false)
    }
  }
  const way = (pressed: boolean, word: string, go: () => void) => <button type="button" className="reviewer__way" aria-pressed={pressed} onClick={() => !pressed && go()}>{word}</button>
  return (
    <form className="reviewer" noValidate onSubmit={(event) => void submit(event)}>
      <div className="reviewer__ways">{way(json === null, words.asForm, toForm)}{way(json !== null, words.asData, toData)}</div>
      <ErrorSummary errors={errors} />
      {json === null ? <ReviewerForm data={data} errors={errors} fixedId={!isNew} onChange={setData} /> : (
        <Field id={idOf('json')} label={words.asData} errors={errors}>
          {(described) => <textarea className="usa-textarea mono" {...described} spellCheck={false} value={json} onChange={({ target }) => setJson(target.value)} />}
        </Field>
      )}
      <div className="form__acts">
        <Button type="submit" disabled={busy}>{words.keep}</Button>
        <Button type="button" unstyled onClick={onCancel}>{shell.cancel}</Button>
      </div>
    </form>
  )
}

// Lists without the lines that were left empty.
function tidy(data: OnFile): OnFile {
  const full = (list: string[] | undefined) => (list ?? []).map((line) => line.trim()).filter(Boolean)
  const { parties, items } = data.exclusions
  return { ...data, exclusions: { parties: full(parties), items: full(items) }, appointments: data.appointments && full(data.appointments) }
}
