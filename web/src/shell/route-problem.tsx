import { Button } from '@trussworks/react-uswds'
import { useRouteError } from 'react-router-dom'
import { words } from '@words/shell'
import { ApiError } from '../api/problem'
import { NotFoundPage } from './not-found-page'
import { Page } from './page'

/** What stands in place of a page that could not be shown: what happened and the way on. */
export function RouteProblem() {
  const error = useRouteError()
  if (error instanceof ApiError && error.status === 404) return <NotFoundPage />
  const { title, text, reload, reference, newer } = words.failed
  const asked = error instanceof ApiError ? error : null
  return (
    <Page title={asked ? asked.message : title} lead={asked?.detail ?? (isStale(error) ? newer : text)}>
      {asked?.problem.instance && <p className="usa-hint">{reference(asked.problem.instance)}</p>}
      <Button type="button" onClick={() => location.reload()}>{reload}</Button>
    </Page>
  )
}

// A page whose file has gone: the build was renewed under an open tab.
const isStale = (error: unknown) => error instanceof TypeError && /import|module/i.test(error.message)
