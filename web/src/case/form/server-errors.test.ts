import { expect, test } from 'vitest'
import { ApiError } from '../../api/problem'
import { errorsIn, messageAt } from './server-errors'

const error = (fields: { field: string; message: string }[], detail?: string) =>
  new ApiError({ type: 'about:blank', status: 422, code: 'wrong_use', title: 'It is wrong.', fields, ...(detail && { detail }) })

test('a message of the server finds its input, however the field is named', () => {
  for (const field of ['asked', 'what.asked', 'what/asked']) expect(errorsIn(error([{ field, message: 'm' }]), 'act', ['asked'])).toEqual([{ field: 'act-asked', message: 'm' }])
})

test('one about something that the form has not stands alone, and so does one about nothing', () => {
  expect(errorsIn(error([{ field: 'other', message: 'm' }]), 'act', ['asked'])).toEqual([{ message: 'm' }])
  expect(errorsIn(error([], 'Do it so.'), 'act', [])).toEqual([{ message: 'Do it so.' }])
  expect(messageAt([{ message: 'm' }], 'act-asked')).toBeUndefined()
})
