import { Button } from '@trussworks/react-uswds'
import { useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { Link, Navigate, useNavigate } from 'react-router-dom'
import { words } from '@words/filing'
import { ApiError, newKey, send } from '../api/client'
import { apiKey } from '../api/use-api'
import { errorsOf, ErrorSummary, type FieldError } from '../components/errors/error-summary'
import { applicationOf } from './application'
import { FilingPage } from './filing-page'
import { FieldMessage, groupOf } from './form/field-message'
import { keepReceipt } from './kept'
import { usePicked } from './picked'
import { type Group, summaryOf } from './summary'
import { useFiling } from './use-filing'
import { firstOpen } from './validate'

const said = words.check

/** The answers once more, each with the way to change it; the declaration; and the application goes off. */
export default function CheckPage() {
  const filing = useFiling()
  const [files] = usePicked(filing.account)
  const [errors, setErrors] = useState<FieldError[]>([])
  const [sent, setSent] = useState(false)
  const open = firstOpen(filing.answers, filing.today)
  const file = useFile(filing, () => setSent(true))
  if (open !== null && !sent) return <Navigate to={`/file/${open}`} replace />

  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    if (!new FormData(event.currentTarget).has('agree')) return setErrors([{ field: 'agree', message: said.missing }])
    setErrors([])
    setErrors(await file.send())
  }
  const missing = errors.find(({ field }) => field === 'agree')?.message
  return (
    <FilingPage title={said.title} hint={said.lead} back="/file/records" failed={errors.length > 0}>
      <ErrorSummary errors={errors} />
      {summaryOf(filing.answers, files.length).map((group) => <Answered key={group.step} group={group} />)}
      <form className="filing__form" noValidate onSubmit={(event) => void submit(event)}>
        <h2 className="filing__heading">{said.declare}</h2>
        <p>{said.declaration}</p>
        <div className={groupOf(missing)}>
          <FieldMessage id="agree-error" message={missing} />
          <div className="usa-checkbox">
            <input className="usa-checkbox__input usa-checkbox__input--tile" id="agree" name="agree" type="checkbox"
              aria-invalid={missing ? true : undefined} aria-describedby={missing ? 'agree-error' : undefined} />
            <label className="usa-checkbox__label" htmlFor="agree">{said.agree}</label>
          </div>
        </div>
        <Button type="submit" disabled={file.sending}>{file.sending ? said.sending : said.send}</Button>
      </form>
    </FilingPage>
  )
}

/** Sends the application, once however often the button is pressed; then the answers leave this device. */
function useFile({ account, answers, clear }: ReturnType<typeof useFiling>, onSent: () => void) {
  const [key] = useState(newKey)
  const [sending, setSending] = useState(false)
  const navigate = useNavigate()
  const queries = useQueryClient()
  const file = async (): Promise<FieldError[]> => {
    setSending(true)
    try {
      const { data } = await send('post', '/api/applications', { body: applicationOf(answers) }, { key })
      onSent()
      keepReceipt(account, data)
      clear()
      void queries.invalidateQueries({ queryKey: apiKey('/api/my-cases') })
      void navigate(`/file/receipt/${encodeURIComponent(data.case_number)}`, { replace: true })
      return []
    } catch (error) {
      if (!(error instanceof ApiError)) throw error
      return errorsOf(error).map(({ message }) => ({ message }))
    } finally {
      setSending(false)
    }
  }
  return { sending, send: file }
}

function Answered({ group: { step, title, rows } }: { group: Group }) {
  return (
    <section className="filing__answered">
      <div className="filing__answered-top">
        <h2>{title}</h2>
        <Link className="usa-link" to={`/file/${step}?change`}>{said.change}<span className="usa-sr-only"> {title}</span></Link>
      </div>
      <dl>
        {rows.map(({ label, lines }) => (
          <div key={label}>
            <dt className={label === title ? 'usa-sr-only' : undefined}>{label}</dt>
            <dd>{lines.length > 0 ? lines.map((line, at) => <div key={at}>{line}</div>) : <span className="usa-hint">{said.none}</span>}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
