import { expect, test } from 'vitest'
import { checkReviewer, parseJson } from './check-reviewer'

const licence = { type: 'MD', state: 'CA', status: 'active', number: 'X-1', from: '2001-01-01', until: null }
const sound = { id: 'r-017', name: 'Testa Invented', licences: [licence], capacity: { per_day: 3, per_week: 12 } }
const wrong = (more: object) => checkReviewer({ ...sound, ...more })

test('a reviewer with what is needed is sound', () => {
  expect(checkReviewer(sound)).toEqual([])
})

test('what is wrong is named, with its input', () => {
  expect(wrong({ id: '' })).toEqual([{ field: 'reviewer-id', message: 'Id is missing' }])
  expect(wrong({ id: '-x' })[0]?.message).toMatch(/letters, digits/)
  expect(wrong({ name: null })).toEqual([{ field: 'reviewer-name', message: 'Name is missing' }])
  expect(wrong({ capacity: { per_day: 101, per_week: 12 } })).toEqual([{ field: 'reviewer-per_day', message: 'Cases a day is a whole number from 0 to 100' }])
  expect(wrong({ licences: [{ ...licence, state: 'California' }] })[0]).toMatchObject({ field: 'reviewer-licences-0-state' })
  expect(wrong({ licences: [{ ...licence, until: 'soon' }] })[0]?.message).toBe('Until is a day as 2015-10-16')
  expect(wrong({ licences: {} })[0]?.message).toBe('Licences is a list')
  expect(wrong({ relations: [{ to: 'Acme', kind: 'financial', tie: 'shares', share_of_income: 101 }] })[0]).toMatchObject({ field: 'reviewer-relations-0-share_of_income' })
  expect(wrong({ salary: 1 })[0]?.message).toBe('“salary” is no field of a reviewer')
  expect(checkReviewer([])[0]?.message).toMatch(/one object/)
})

test('what is no JSON says why', () => {
  expect(parseJson('{"a": 1}').data).toEqual({ a: 1 })
  expect(parseJson('{"a": ').error?.message).toMatch(/^This is no JSON: /)
})
