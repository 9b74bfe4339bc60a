import { words } from '@words/filing'

export function FieldMessage({ id, message }: { id: string; message: string | undefined }) {
  return message ? <span className="usa-error-message" id={id}>{message}</span> : null
}

/** The class of what holds a field: what is wrong with it stands beside a red line. */
export const groupOf = (error: string | undefined) => (error ? 'usa-form-group usa-form-group--error' : 'usa-form-group')

export const Optional = () => <span className="usa-hint"> ({words.optional})</span>
