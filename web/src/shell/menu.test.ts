import { expect, test } from 'vitest'
import type { Page } from '../pages'
import { menuOf } from './menu'

const load: Page['load'] = async () => ({ default: () => null })
const pages: Page[] = [
  { path: '/work', roles: ['intake', 'review'], menu: 'Work list', load },
  { path: '/reports/:which', roles: ['quality'], menu: 'Reports', start: '/reports/volume', load },
  { path: '/guidelines', menu: 'Guidelines', load },
  { path: '/sign-in', load },
]
const paths = (role: Parameters<typeof menuOf>[1]) => menuOf(pages, role).map(({ path }) => path)

test('the menu has what is for the role and for everybody', () => {
  expect(paths('review')).toEqual(['/work', '/guidelines'])
  expect(paths('quality')).toEqual(['/reports/volume', '/guidelines'])
  expect(paths(null)).toEqual(['/guidelines'])
})
