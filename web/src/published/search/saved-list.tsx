import { Link } from 'react-router-dom'
import { words } from '@words/determinations'
import { searchAddress } from '../question'
import { questionOf } from './saved'
import type { SavedSearches } from './use-saved'

/** The searches that this browser keeps, behind a line that says how many. */
export function SavedList({ searches: { saved, keep } }: { searches: SavedSearches }) {
  if (saved.length === 0) return null
  return (
    <details className="published__more saved">
      <summary>{words.follow.saved(saved.length)}</summary>
      <p className="published__note">{words.follow.kept}</p>
      <ul>
        {saved.map((one) => (
          <li key={one.address}>
            <Link className="usa-link" to={searchAddress(questionOf(one))}>{one.name}</Link>
            <button type="button" className="usa-button usa-button--unstyled" aria-label={words.follow.remove(one.name)} onClick={() => keep(saved.filter((each) => each !== one), words.follow.isRemoved)}>{words.follow.removeButton}</button>
          </li>
        ))}
      </ul>
    </details>
  )
}
