import { Link } from 'react-router-dom'
import { words } from '@words/shell'
import { Page } from './page'

export function NotFoundPage() {
  const { title, text, home } = words.notFound
  return (
    <Page title={title} lead={text}>
      <p>
        <Link className="usa-link" to="/">{home}</Link>
      </p>
    </Page>
  )
}
