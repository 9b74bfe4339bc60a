import { lazy, Suspense } from 'react'
import { useParams } from 'react-router-dom'
import { parties } from '../../session/roles'
import { useSession } from '../../session/session'
import { Loading } from '../../shell/loading'

const OfficeCase = lazy(() => import('../../case/case-page'))
const PartyCase = lazy(() => import('../../party/party-case-page'))

/** One address for a case: the organization sees its work, a party what concerns it. */
export default function CasePage() {
  const session = useSession()!
  const { number } = useParams()
  const Content = parties.includes(session.role) ? PartyCase : OfficeCase
  return <Suspense fallback={<Loading />}><Content key={number} /></Suspense>
}
