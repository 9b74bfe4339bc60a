import { createBrowserRouter, type RouteObject } from 'react-router-dom'
import { type Page, pages } from './pages'
import { StartPage } from './pages/start/start-page'
import { RequireSession } from './session/require-session'
import { NotFoundPage } from './shell/not-found-page'
import { RouteProblem } from './shell/route-problem'
import { Shell } from './shell/shell'

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

