import { words } from '@words/party'
import type { Schema } from '../api/types'
import { Day } from '../components/day/day'

/** The treatments in dispute, and what was decided on each. */
export function Items({ of: { items } }: { of: Schema<'Case'> }) {
  const decided = items.some(({ decision }) => decision !== null)
  return (
    <section>
      <h2>{decided ? words.decision : words.items}</h2>
      <ol className="party__items">
        {items.map(({ item, text, service_date, ended, decision }) => (
          <li key={item}>
            <strong>{text}</strong>
            {service_date && <span className="party__more">{words.hadOn} <Day on={service_date} /></span>}
            {ended && <span className="party__more">{words.itemEnded}: {ended}</span>}
            {decision && <span className="party__decision"><b>{decision}.</b> {words.decisions[decision]}</span>}
          </li>
        ))}
      </ol>
    </section>
  )
}
