import { createBrowserRouter, type RouteObject } from 'react-router-dom'
import { words } from '@words/shell'
import type { Role } from './api/types'
import { StartPage } from './pages/start/start-page'
import { RequireSession } from './session/require-session'
import { everybody, filers, parties, staff } from './session/roles'
import { NotFoundPage } from './shell/not-found-page'
import { RouteProblem } from './shell/route-problem'
import { Shell } from './shell/shell'

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
}

// Of src/server/rights.cpp: who may see reviewers, and the figures of a month.
const readers: Role[] = ['assign', 'medical-director']
const reporters: Role[] = staff.filter((role) => role !== 'review')

// One line a page. A page is a file of its own in the build and is fetched when somebody goes there.
export const pages: Page[] = [
  { path: '/work', roles: staff, menu: words.menu.work, load: () => import('./work/work-page') },
  { path: '/cases/:number', roles: everybody, load: () => import('./pages/case/case-page') },
  { path: '/cases/:number/desk', roles: staff, bare: true, load: () => import('./desk/desk-page') },
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

const route = ({ path, roles, bare, load }: Page): RouteObject => ({
  path,
  handle: { bare },
  lazy: async () => {
    const { default: Content } = await load()
    return { element: roles ? <RequireSession roles={roles}><Content /></RequireSession> : <Content /> }
  },
})

export const router = createBrowserRouter([
  {
    element: <Shell pages={pages} />,
    errorElement: <Shell pages={pages}><RouteProblem /></Shell>,
    children: [
      {
        errorElement: <RouteProblem />,
        children: [{ path: '/', element: <StartPage /> }, ...pages.map(route), { path: '*', element: <NotFoundPage /> }],
      },
    ],
  },
])

