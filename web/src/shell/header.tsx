import { useEffect, useState } from 'react'
import { Link, NavLink, useLocation } from 'react-router-dom'
import { words } from '@words/shell'
import type { Session } from '../api/types'
import type { Page } from '../pages'
import { Account } from './account'
import { menuOf } from './menu'
import './header.css'

export function Header({ session, pages }: { session: Session | null | undefined; pages: Page[] }) {
  const [open, setOpen] = useState(false)
  const { pathname } = useLocation()
  useEffect(() => setOpen(false), [pathname])
  // Before it is known who is signed in, the menu stays empty: nothing in it moves.
  const menu = session === undefined ? [] : menuOf(pages, session?.role ?? null)
  return (
    <header className="header" onKeyDown={(event) => event.key === 'Escape' && setOpen(false)}>
      <Link className="header__title" to="/">{words.product}</Link>
      <button
        type="button"
        className="usa-button usa-button--outline header__button"
        aria-expanded={open}
        aria-controls="header-menu"
        onClick={() => setOpen(!open)}
      >
        {open ? words.close : words.menuButton}
      </button>
      <div id="header-menu" className={open ? 'header__menu header__menu--open' : 'header__menu'}>
        {menu.length > 0 && (
          <nav aria-label={words.menuLabel}>
            <ul>
              {menu.map(({ path, word }) => (
                <li key={path}>
                  <NavLink className="header__link" to={path}>{word}</NavLink>
                </li>
              ))}
            </ul>
          </nav>
        )}
        {session !== undefined && <Account session={session} />}
      </div>
    </header>
  )
}
