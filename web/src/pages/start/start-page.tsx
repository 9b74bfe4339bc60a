import { Link } from 'react-router-dom'
import { words } from '@words/start'
import { words as shell } from '@words/shell'
import { homes } from '../../session/roles'
import { useSession } from '../../session/session'
import { Page } from '../../shell/page'
import './start-page.css'

const ways = [
  { to: '/check', ...words.cards.check },
  { to: '/file', ...words.cards.file },
  { to: '/guidelines', ...words.cards.guidelines },
  { to: '/determinations', ...words.cards.determinations },
]

/** The page for everybody: what this is and where to go. */
export function StartPage() {
  return (
    <Page title={words.title} lead={words.lead}>
      <ul className="start__ways">
        {ways.map(({ to, title, text, link }) => (
          <li key={to}>
            <h2>{title}</h2>
            <p>{text}</p>
            <Link className="usa-link" to={to}>{link}</Link>
          </li>
        ))}
      </ul>
      <SignIn />
      <section className="start__how">
        <h2>{words.how.title}</h2>
        <ol>
          {words.how.steps.map(({ title, text }) => (
            <li key={title}>
              <strong>{title}</strong> {text}
            </li>
          ))}
        </ol>
      </section>
    </Page>
  )
}

function SignIn() {
  const session = useSession()
  return (
    <section className="start__sign-in">
      <div>
        <h2>{session ? words.yours : words.signIn.title}</h2>
        <p>{session ? words.goOn(session.name) : words.signIn.text}</p>
      </div>
      <Link className="usa-button" to={session ? homes[session.role] : '/sign-in'}>
        {session ? words.toCases : shell.signIn}
      </Link>
    </section>
  )
}
