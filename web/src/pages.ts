import { words } from '@words/shell'
import type { Role } from './api/types'
import { everybody, filers, parties, staff } from './session/roles'

/** A page: its address, who may see it (nobody named: everybody), its word in the menu, and where it comes from. */
export interface Page {
  path: string
  roles?: Role[]
  menu?: string
  /** Where the menu leads, where the address has parts to fill in. */
  start?: string
  /** Without top line and footer: the page uses the whole window. */
  bare?: boolean
  load: () => Promise<{ default: React.ComponentType }>
  /** The addresses of the API that it reads first, in the words of src/api/client.ts, for who was signed in last. */
  reads?: (params: Params, role: Role, search: string) => string[]
}
type Params = Record<string, string>

// Of src/server/rights.cpp: who may see reviewers, and the figures of a month.
const readers: Role[] = ['assign', 'medical-director']
const reporters: Role[] = staff.filter((role) => role !== 'review')

const caseAddress = ({ number = '' }: Params) => `/api/cases/${encodeURIComponent(number)}`
const ofCase: Page['reads'] = (params, role) => {
  const address = caseAddress(params)
  return staff.includes(role) ? [address, '/api/programme', `${address}/events`, `${address}/acts`] : [address]
}
const ofDesk: Page['reads'] = (params, role) => {
  const address = caseAddress(params)
  return [`${address}/desk`, `${address}/acts`, '/api/programme', ...(role === 'review' ? [`${address}/notes`] : [])]
}

// One line a page. A page is a file of its own in the build and is fetched when somebody goes there.
export const pages: Page[] = [
  { path: '/work', roles: staff, menu: words.menu.work, load: () => import('./work/work-page'), reads: (_, role, search) => (staff.includes(role) && search === '' ? ['/api/work?limit=50'] : []) },
  { path: '/cases/:number', roles: everybody, load: () => import('./pages/case/case-page'), reads: ofCase },
  { path: '/cases/:number/desk', roles: staff, bare: true, load: () => import('./desk/desk-page'), reads: ofDesk },
  { path: '/assign', roles: ['assign'], menu: words.menu.assign, load: () => import('./organization/assign/assign-page') },
  { path: '/reviewers', roles: readers, menu: words.menu.reviewers, load: () => import('./organization/reviewers/reviewers-page') },
  { path: '/new-reviewer', roles: ['assign'], load: () => import('./organization/reviewers/new-reviewer-page') },
  { path: '/reviewers/:id', roles: readers, load: () => import('./organization/reviewers/reviewer-page') },
  { path: '/reports/consistency', roles: ['medical-director'], load: () => import('./organization/reports/consistency/consistency-page') },
  { path: '/reports/:which', start: '/reports/timeliness', roles: reporters, menu: words.menu.reports, load: () => import('./organization/reports/report-page') },
  { path: '/sign-in', load: () => import('./pages/sign-in/sign-in-page') },
  { path: '/my-cases', roles: parties, menu: words.menu.myCases, load: () => import('./party/my-cases-page') },
  { path: '/cases/:number/upload', roles: parties, load: () => import('./party/upload/upload-page') },
  { path: '/file', roles: filers, menu: words.menu.file, load: () => import('./filing/start-page') },
  { path: '/file/check', roles: filers, load: () => import('./filing/check-page') },
  { path: '/file/receipt/:number', roles: filers, load: () => import('./filing/receipt-page') },
  { path: '/file/:step', roles: filers, load: () => import('./filing/step-page') },
  { path: '/check', menu: words.menu.check, load: () => import('./check/check-page') },
  { path: '/guidelines', menu: words.menu.guidelines, load: () => import('./guidelines/guidelines-page') },
  { path: '/guidelines/:topic', load: () => import('./guidelines/topic-page') },
  { path: '/determinations', menu: words.menu.determinations, load: () => import('./published/search/search-page') },
  { path: '/determinations/:id', load: () => import('./published/letter/letter-page') },
  { path: '/statistics/periods', load: () => import('./published/statistics/periods/periods-page') },
  { path: '/statistics', menu: words.menu.statistics, load: () => import('./published/statistics/statistics-page') },
]

/** The page at an address, with what stands there for the parts of its path; null where it is no page of its own. */
export function pageAt(pathname: string): { page: Page; params: Params } | null {
  for (const page of pages) {
    const params = paramsOf(page.path, pathname)
    if (params) return { page, params }
  }
  return null
}

function paramsOf(pattern: string, pathname: string): Params | null {
  const [wanted, given] = [pattern, pathname.replace(/\/$/, '')].map((path) => path.split('/'))
  if (wanted!.length !== given!.length) return null
  const params: Params = {}
  const fits = wanted!.every((part, at) => {
    const here = decoded(given![at]!)
    if (!part.startsWith(':')) return part === here
    if (here) params[part.slice(1)] = here
    return Boolean(here)
  })
  return fits ? params : null
}

function decoded(part: string): string | null {
  try {
    return decodeURIComponent(part)
  } catch {
    return null
  }
}
