import { Button } from '@trussworks/react-uswds'
import { type FormEvent, type ReactNode, useEffect, useRef } from 'react'
import { words } from '@words/acts'
import { words as shell } from '@words/shell'
import { ErrorSummary, type FieldError } from '../../components/errors/error-summary'
import type { Act } from '../use-case'
import { useActing } from './act-context'
import { sentence } from './values'

interface Props {
  act: Act
  submit: string
  busy: boolean
  changed: boolean
  errors: FieldError[]
  onSubmit: () => void
  children?: ReactNode
}

/** What stands around each form of an act: its words, what went wrong, what changed meanwhile, and the ways out. */
export function ActFrame({ act, submit, busy, changed, errors, onSubmit, children }: Props) {
  const { onCancel } = useActing()
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  const send = (event: FormEvent) => {
    event.preventDefault()
    onSubmit()
  }
  return (
    <form className="act" noValidate onSubmit={send} aria-labelledby="act-heading">
      <h3 id="act-heading" ref={heading} tabIndex={-1}>{sentence(act.says)}</h3>
      <p className="act__rule">{act.section}</p>
      {changed && <Changed act={act} />}
      <ErrorSummary errors={errors} />
      {children}
      <div className="form__acts">
        <Button type="submit" disabled={busy}>{submit}</Button>
        <Button type="button" unstyled onClick={onCancel}>{shell.cancel}</Button>
      </div>
    </form>
  )
}

function Changed({ act }: { act: Act }) {
  const { read, possible } = useActing()
  const alert = useRef<HTMLDivElement>(null)
  useEffect(() => alert.current?.focus(), [])
  const { title, now, kept, gone } = words.changed
  return (
    <div ref={alert} className="usa-alert usa-alert--warning" role="alert" tabIndex={-1}>
      <div className="usa-alert__body">
        <h4 className="usa-alert__heading">{title}</h4>
        <p className="usa-alert__text">{now(read.data.says)} {possible(act) ? kept : gone}</p>
      </div>
    </div>
  )
}
