import { useParams } from 'react-router-dom'
import { useApi } from '../api/use-api'
import { useSession } from '../session/session'
import { Loading } from '../shell/loading'
import { Offer } from './offer/offer'
import { Workplace } from './workplace'

/** The expert reviewer's desk: first the question whether they take the case, then their work on it. */
export default function DeskPage() {
  const number = useParams()['number'] ?? ''
  const session = useSession(true)
  const asked = { params: { number } }
  const desk = useApi('/api/cases/{number}/desk', asked, { staleTime: 60_000 })
  const acts = useApi('/api/cases/{number}/acts', asked, { staleTime: 60_000 })
  const error = desk.data ? null : desk.error
  if (error) throw error
  if (!session || !desk.data || acts.isPending) return <Loading />
  const can = new Set(acts.data?.acts.map(({ event }) => event))
  if (can.has('reviewer-accepted')) return <Offer desk={desk.data} />
  return <Workplace key={`${session.account} ${number}`} session={session} desk={desk.data} can={can} />
}
