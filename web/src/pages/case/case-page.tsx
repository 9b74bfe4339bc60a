import { lazy, Suspense } from 'react'
import { useParams } from 'react-router-dom'
import { parties } from '../../session/roles'
import { useSession } from '../../session/session'
import { lastRole } from '../../session/trace'
import { Loading } from '../../shell/loading'

const office = () => import('../../case/case-page')
const party = () => import('../../party/party-case-page')
const OfficeCase = lazy(office)
const PartyCase = lazy(party)

// On its way before it is known who asks.
const last = lastRole()
if (last) void (parties.includes(last) ? party() : office())

/** One address for a case: the organization sees its work, a party what concerns it. */
export default function CasePage() {
  const session = useSession()!
  const { number } = useParams()
  const Content = parties.includes(session.role) ? PartyCase : OfficeCase
  return <Suspense fallback={<Loading />}><Content key={number} /></Suspense>
}
