import { expect, test } from 'vitest'
import { toCsv } from './csv'

test('commas, quotes and lines are kept, and no text becomes a formula', () => {
  const rows = [['a,b', 1], ['say "x"', null], ['=SUM(A1)', -2], ['two\nlines', 0]]
  expect(toCsv(['Name', 'Count'], rows)).toBe('Name,Count\r\n"a,b",1\r\n"say ""x""",\r\n\'=SUM(A1),-2\r\n"two\nlines",0\r\n')
})
