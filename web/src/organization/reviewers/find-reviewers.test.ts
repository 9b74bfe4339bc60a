import { expect, test } from 'vitest'
import { findReviewers } from './find-reviewers'

const row = (reviewer: string, specialties: string[], states: string[], may_review: boolean) => ({ reviewer, specialties, states, may_review, bar: null, today: 0, this_week: 0 })
const rows = [row('r-001', ['Pain Medicine'], ['CA'], true), row('r-002', ['Neurology'], ['CA', 'NY'], false)]
const found = (find: string, only = false) => findReviewers(rows, find, only).map(({ reviewer }) => reviewer)

test('every word has to be there, in id, specialty or state', () => {
  expect(found('')).toEqual(['r-001', 'r-002'])
  expect(found('pain ca')).toEqual(['r-001'])
  expect(found('R-002')).toEqual(['r-002'])
  expect(found('pain ny')).toEqual([])
  expect(found('ca', true)).toEqual(['r-001'])
})
