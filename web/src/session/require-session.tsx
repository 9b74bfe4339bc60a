import type { ReactNode } from 'react'
import { Navigate, useLocation } from 'react-router-dom'
import type { Role } from '../api/types'
import { Loading } from '../shell/loading'
import { NotYoursPage } from '../shell/not-yours-page'
import { useSession } from './session'
import { signInAddress } from './sign-in-address'

/** Its page for the roles named; for nobody the way to sign in and back. The server has the last word on what is shown. */
export function RequireSession({ roles, children }: { roles: Role[]; children: ReactNode }) {
  const session = useSession(true)
  const { pathname, search, hash } = useLocation()
  if (session === undefined) return <Loading />
  if (session === null) return <Navigate to={signInAddress(pathname + search + hash)} replace />
  return roles.includes(session.role) ? children : <NotYoursPage />
}
