import { words } from '@words/party'
import { useApi } from '../api/use-api'
import { Day } from '../components/day/day'
import { capital } from './capital'

/** What happened to the case, the newest first. */
export function History({ number }: { number: string }) {
  const events = useApi('/api/cases/{number}/events', { params: { number } })
  if (!events.data || events.data.events.length === 0) return null
  return (
    <section>
      <h2>{words.history}</h2>
      <ol className="party__history" reversed>
        {events.data.events.toReversed().map(({ version, says, on }) => (
          <li key={version}><Day on={on.slice(0, 10)} /> <span>{capital(says)}</span></li>
        ))}
      </ol>
    </section>
  )
}
