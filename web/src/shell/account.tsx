import { Button } from '@trussworks/react-uswds'
import { Link, useLocation, useNavigate } from 'react-router-dom'
import { words } from '@words/shell'
import type { Session } from '../api/types'
import { useSignOut } from '../session/session'
import { signInAddress } from '../session/sign-in-address'

/** Who is signed in, and the way out; or the way in. */
export function Account({ session }: { session: Session | null }) {
  const signOut = useSignOut()
  const navigate = useNavigate()
  const { pathname, search } = useLocation()
  if (session === null) {
    if (pathname === '/sign-in') return null
    return (
      <Link className="usa-button usa-button--outline header__account" to={signInAddress(pathname + search)}>{words.signIn}</Link>
    )
  }
  return (
    <div className="header__account" role="group" aria-label={words.accountLabel}>
      <span className="header__who">
        {session.name} <small>{words.roles[session.role]}</small>
      </span>
      <Button type="button" unstyled onClick={() => void signOut().then(() => navigate('/'))}>{words.signOut}</Button>
    </div>
  )
}
