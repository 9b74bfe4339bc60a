import type { ReactNode } from 'react'
import { type Labelled, labelOf } from './labelled'
import './form.css'

/** Several inputs under one label; its errors lead to the whole. */
export function Group({ children, ...labelled }: Labelled & { children: ReactNode }) {
  const { id, hint, error } = labelled
  return (
    <div className="field">
      <div className={error ? 'usa-form-group usa-form-group--error' : 'usa-form-group'} role="group" aria-labelledby={`${id}-label`} aria-describedby={hint && `${id}-hint`} id={id} tabIndex={-1}>
        <span className="usa-label" id={`${id}-label`}>{labelOf(labelled)}</span>
        {hint && <div className="usa-hint" id={`${id}-hint`}>{hint}</div>}
        {error && <span className="usa-error-message" role="alert">{error}</span>}
        {children}
      </div>
    </div>
  )
}
