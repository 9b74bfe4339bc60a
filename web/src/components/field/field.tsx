import { ErrorMessage, FormGroup, Label } from '@trussworks/react-uswds'
import type { ReactNode } from 'react'
import type { FieldError } from '../errors/error-summary'

/** What the input of a field takes: spread it into a TextInput, Textarea or Select. */
export interface Described {
  id: string
  name: string
  'aria-describedby': string | undefined
  'aria-invalid': true | undefined
}

interface Props {
  /** Names the input; errors with this `field` stand above it. */
  id: string
  label: ReactNode
  hint?: ReactNode
  errors?: FieldError[]
  children: (described: Described) => ReactNode
}

/** A question of a form: label, hint, what is wrong with the answer, and the input, tied together. */
export function Field({ id, label, hint, errors = [], children }: Props) {
  const error = errors.find(({ field }) => field === id)
  const described = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ')
  return (
    <FormGroup error={error !== undefined}>
      <Label htmlFor={id} error={error !== undefined}>{label}</Label>
      {hint && <div className="usa-hint" id={`${id}-hint`}>{hint}</div>}
      {error && <ErrorMessage id={`${id}-error`}>{error.message}</ErrorMessage>}
      {children({ id, name: id, 'aria-describedby': described || undefined, 'aria-invalid': error ? true : undefined })}
    </FormGroup>
  )
}
