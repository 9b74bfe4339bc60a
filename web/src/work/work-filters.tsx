import { words } from '@words/work'
import { words as shell } from '@words/shell'
import type { Role } from '../api/types'
import { staff } from '../session/roles'

export interface Filters extends Record<string, string> {
  role: string
  overdue: string
}

interface Props {
  own: Role
  filters: Filters
  onChange: (change: Partial<Filters>) => void
}

/** Whose work is shown, and what of it. Reviewers have their own alone. */
export function WorkFilters({ own, filters, onChange }: Props) {
  return (
    <div className="work__filters" role="group" aria-label={words.filters}>
      {own !== 'review' && (
        <div>
          <label className="usa-label" htmlFor="role">{words.role}</label>
          <select className="usa-select" id="role" value={filters.role || own} onChange={({ target }) => onChange({ role: target.value === own ? '' : target.value })}>
            {staff.map((role) => <option key={role} value={role}>{shell.roles[role]}</option>)}
          </select>
        </div>
      )}
      <div className="usa-checkbox">
        <input className="usa-checkbox__input" id="overdue" type="checkbox" checked={filters.overdue === 'yes'} onChange={({ target }) => onChange({ overdue: target.checked ? 'yes' : '' })} />
        <label className="usa-checkbox__label" htmlFor="overdue">{words.overdue}</label>
      </div>
    </div>
  )
}
