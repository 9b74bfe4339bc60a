import { createBrowserRouter, type RouteObject } from 'react-router-dom'
import type { Role } from './api/types'
import { StartPage } from './pages/start/start-page'
import { RequireSession } from './session/require-session'
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

// One line a page. A page is a file of its own in the build and is fetched when somebody goes there.
export const pages: Page[] = [
  { path: '/sign-in', load: () => import('./pages/sign-in/sign-in-page') },
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

