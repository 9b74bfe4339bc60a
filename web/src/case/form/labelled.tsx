import type { ReactNode } from 'react'

/** What every input of a form of ours may have beside its value. */
export interface Labelled {
  id: string
  label: string
  hint?: string | undefined
  /** What is wrong with it. */
  error?: string | undefined
  /** Said beside the label of what may stay empty. */
  optional?: string | undefined
}

export function labelOf({ label, optional }: Labelled): ReactNode {
  return optional ? <>{label} <span className="usa-hint">({optional})</span></> : label
}

export const errorsOf = ({ id, error }: Labelled) => (error ? [{ field: id, message: error }] : [])
