import './styles/index.scss'
import { begin } from './api/early'
import { pageAt } from './pages'
import { lastRole } from './session/trace'

// Everything that the first page needs sets out at once: the application, the page's own code, and what it reads.
const role = lastRole()
const found = pageAt(location.pathname)
if (role !== null) begin(['/api/session', ...(found?.page.reads?.(found.params, role, location.search) ?? [])])
void found?.page.load()
void import('./main')
