import { NavLink } from 'react-router-dom'
import { words } from '@words/statistics'
import { type Condition, paramsOf } from '../question'

/** What can be asked of the statistics; the conditions go along. */
export function Ways({ where }: { where: Condition[] }) {
  const search = paramsOf({ where }).toString()
  return (
    <nav className="ways" aria-label={words.ways.label}>
      <NavLink end className="ways__one" to={{ pathname: '/statistics', search }}>{words.ways.byField}</NavLink>
      <NavLink className="ways__one" to={{ pathname: '/statistics/periods', search }}>{words.ways.periods}</NavLink>
    </nav>
  )
}
