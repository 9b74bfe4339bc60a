import { type ReactNode, useEffect } from 'react'
import { Outlet, useMatches } from 'react-router-dom'
import { words } from '@words/shell'
import type { Page } from '../pages'
import { IdleDialog } from '../session/idle-dialog'
import { rememberAnswers } from '../session/idle'
import { useSession } from '../session/session'
import { Announcer } from './announcer'
import { isDemo } from './demo'
import { Footer } from './footer'
import { Header } from './header'
import { OfflineLine } from './offline-line'
import './shell.css'

/** What stands around every page. Pages with `bare` (the desk) get the height of the top line and the footer too. */
export function Shell({ pages, children }: { pages: Page[]; children?: ReactNode }) {
  const session = useSession()
  const bare = useMatches().some(({ handle }) => (handle as { bare?: boolean } | undefined)?.bare)
  useEffect(rememberAnswers, [])
  return (
    <div className={bare ? 'shell shell--bare' : 'shell'}>
      <a className="usa-skipnav" href="#main">{words.skip}</a>
      {!bare && (
        <section className="top-line" aria-label={words.topLineLabel}>
          {isDemo() && <strong className="top-line__demo">{words.demoLine}</strong>}
          {words.topLine}
        </section>
      )}
      <Header session={session} pages={pages} />
      <OfflineLine />
      <main id="main" tabIndex={-1}>{children ?? <Outlet />}</main>
      {!bare && <Footer />}
      <IdleDialog session={session ?? null} />
      <Announcer />
    </div>
  )
}
