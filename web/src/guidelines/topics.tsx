import { Link } from 'react-router-dom'
import type { Schema } from '../api/types'
import type { Topic } from './search-topics'

interface Props {
  groups: { letter: string; topics: Topic[] }[]
  editions: Schema<'Edition'>[]
  on: string
}

/** The topics in columns under their first letters, each with the editions that have it. */
export function Topics({ groups, editions, on }: Props) {
  const years = new Map(editions.map(({ id, edition }) => [id, edition]))
  return (
    <div className="guidelines__topics">
      {groups.map(({ letter, topics }) => (
        <section key={letter}>
          <h2>{letter}</h2>
          <ul>
            {topics.map(({ topic, title, editions: of }) => (
              <li key={topic}>
                <Link className="usa-link" to={`/guidelines/${encodeURIComponent(topic)}${on && `?on=${on}`}`}>{title}</Link>{' '}
                <span className="guidelines__years">{[...new Set(of.map((id) => years.get(id) ?? id))].join(', ')}</span>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  )
}
