import { useEffect, useRef } from 'react'
import { words } from '@words/common'
import type { ApiError } from '../../api/problem'

export interface FieldError {
  /** The id of the input it is about; without one the message stands alone. */
  field?: string | undefined
  message: string
}

/** What is wrong in a form, at its top, with links to the fields. It takes the focus when its errors change. */
export function ErrorSummary({ errors }: { errors: FieldError[] }) {
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (errors.length > 0) box.current?.focus()
  }, [errors])
  if (errors.length === 0) return null
  return (
    <div ref={box} className="usa-alert usa-alert--error" role="alert" tabIndex={-1}>
      <div className="usa-alert__body">
        <h2 className="usa-alert__heading">{words.errors.title}</h2>
        <ul className="usa-alert__text usa-list">
          {errors.map(({ field, message }) => (
            <li key={`${field} ${message}`}>
              {field ? <a className="usa-link" href={`#${field}`} onClick={(event) => go(event, field)}>{message}</a> : message}
            </li>
          ))}
        </ul>
      </div>
    </div>
  )
}

// The address stays: a fragment would be one more step back.
function go(event: React.MouseEvent, field: string): void {
  event.preventDefault()
  document.getElementById(field)?.focus()
}

/** What the server said was wrong, for the summary. */
export function errorsOf(error: ApiError): FieldError[] {
  return error.fields.length > 0 ? error.fields : [{ message: error.words }]
}
