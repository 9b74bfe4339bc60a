import { Button } from '@trussworks/react-uswds'
import { Link } from 'react-router-dom'
import { words } from '@words/determinations'
import { words as shell } from '@words/shell'
import type { ApiError } from '../api/problem'

/** Why there is no answer, in place of one: the server's own words, and the way on. */
export function Problem({ error, onAgain }: { error: ApiError; onAgain: () => void }) {
  if (error.status === 404) return <NoCollection error={error} />
  const asked = error.status >= 400 && error.status < 500
  return (
    <div className="usa-alert usa-alert--error published__problem" role="alert">
      <div className="usa-alert__body">
        <h2 className="usa-alert__heading">{asked ? words.problem.asked : words.problem.failed}</h2>
        <p className="usa-alert__text">{error.detail ?? error.message}</p>
        {error.problem.instance && <p className="usa-alert__text">{shell.failed.reference(error.problem.instance)}</p>}
        {!asked && <Button type="button" outline onClick={onAgain}>{shell.tryAgain}</Button>}
      </div>
    </div>
  )
}

function NoCollection({ error }: { error: ApiError }) {
  return (
    <div className="published__empty" role="alert">
      <h2>{error.detail ?? error.message}</h2>
      <p>{words.noCollection} <Link className="usa-link" to="/guidelines">{words.toGuidelines}</Link></p>
    </div>
  )
}
