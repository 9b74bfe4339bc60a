import { Link } from 'react-router-dom'
import { words } from '@words/determinations'
import { type Question, searchAddress } from '../question'

/** Why the list is empty, and what to do. */
export function NothingFound({ question, total, letters }: { question: Question; total: number; letters: number }) {
  const { q, where, from, until } = question
  const { empty } = words
  if (letters === 0) return <div className="published__empty"><h2>{empty.title}</h2><p>{empty.none}</p></div>
  if (total > 0) return <div className="published__empty"><h2>{empty.page}</h2><p><Link className="usa-link" to={searchAddress({ ...question, skip: 0 })}>{empty.toFirst}</Link></p></div>
  const narrowed = where.length > 0 || from !== '' || until !== ''
  return (
    <div className="published__empty">
      <h2>{empty.title}</h2>
      <p>{empty.unlikely}</p>
      <ul className="usa-list">
        {q && narrowed && <li><Link className="usa-link" to={searchAddress({ q })}>{empty.withoutConditions}</Link></li>}
        {q && narrowed && <li><Link className="usa-link" to={searchAddress({ where, from, until })}>{empty.withoutWords}</Link></li>}
        <li><Link className="usa-link" to={searchAddress({})}>{empty.all}</Link></li>
      </ul>
    </div>
  )
}
