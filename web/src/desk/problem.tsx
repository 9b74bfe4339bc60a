import type { ApiError } from '../api/problem'
import { inWords } from './acts'

/** What hinders an act, beside its button. */
export function Problem({ error, missing }: { error?: ApiError | null; missing?: string | null }) {
  const text = missing ?? (error ? inWords(error) : null)
  return <div role="alert">{text && <p className="desk-problem">{text}</p>}</div>
}
