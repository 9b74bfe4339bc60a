import { words } from '@words/shell'
import { useSession } from '../session/session'
import { Page } from './page'

export function NotYoursPage() {
  const session = useSession()
  return <Page title={words.notYours.title} lead={session ? words.notYours.text(words.roles[session.role]) : ''} />
}
