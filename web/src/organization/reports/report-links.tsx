import { NavLink } from 'react-router-dom'
import { words } from '@words/reports'
import { useSession } from '../../session/session'

/** The reports, one beside another; the month goes along. Consistency is for the medical director alone. */
export function ReportLinks({ search = '' }: { search?: string }) {
  const role = useSession()?.role
  return (
    <nav className="report__which" aria-label={words.which}>
      {Object.entries(words.names).map(([id, name]) => <NavLink key={id} className="report__link" to={`/reports/${id}${search}`}>{name}</NavLink>)}
      {role === 'medical-director' && <NavLink className="report__link" to="/reports/consistency">{words.consistency.title}</NavLink>}
    </nav>
  )
}
