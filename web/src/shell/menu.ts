import type { Role } from '../api/types'
import type { Page } from '../pages'

export interface MenuEntry {
  path: string
  word: string
}

/** The pages of the menu for a role, in the order they are listed; null: nobody is signed in. */
export function menuOf(pages: Page[], role: Role | null): MenuEntry[] {
  const mine = ({ roles }: Page) => !roles || (role !== null && roles.includes(role))
  return pages.flatMap((page) => (page.menu && mine(page) ? [{ path: page.start ?? page.path, word: page.menu }] : []))
}
