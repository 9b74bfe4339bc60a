import { expect, test } from 'vitest'
import { pageAt } from './pages'

const at = (path: string) => {
  const found = pageAt(path)
  return found && [found.page.path, found.params]
}

test('the page at an address, with what stands in its place', () => {
  expect(at('/work')).toEqual(['/work', {}])
  expect(at('/cases/EX-100')).toEqual(['/cases/:number', { number: 'EX-100' }])
  expect(at('/cases/EX%2F1/desk/')).toEqual(['/cases/:number/desk', { number: 'EX/1' }])
  expect(at('/reports/consistency')?.[0]).toBe('/reports/consistency')
  expect(at('/reports/volume')?.[0]).toBe('/reports/:which')
  expect(at('/statistics/periods')?.[0]).toBe('/statistics/periods')
  expect(at('/')).toBeNull()
  expect(at('/nowhere/at/all')).toBeNull()
  expect(at('/cases/%E0%A4%A')).toBeNull()
})

test('what a page reads is asked for by the addresses of the API', () => {
  const reads = (path: string, role: 'intake' | 'applicant') => {
    const found = pageAt(path)
    return found?.page.reads?.(found.params, role, '')
  }
  expect(reads('/cases/EX%2F1', 'applicant')).toEqual(['/api/cases/EX%2F1'])
  expect(reads('/cases/1', 'intake')).toEqual(['/api/cases/1', '/api/programme', '/api/cases/1/events', '/api/cases/1/acts'])
  expect(reads('/work', 'intake')).toEqual(['/api/work?limit=50'])
  expect(reads('/work', 'applicant')).toEqual([])
})
