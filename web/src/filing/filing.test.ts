import { expect, test } from 'vitest'
import { words } from '@words/filing'
import { type Answers, noAnswers } from './answers'
import { applicationOf } from './application'
import { stepsFor } from './questions'
import { summaryOf } from './summary'
import { errorsOn, firstOpen } from './validate'

const today = '2015-10-13'
const full = (change: Answers['fields'] = {}, treatments = [{ text: ' Invented therapy, 12 visits ', reasons: '', service_date: '' }]): Answers => ({
  fields: {
    who: 'employee', worker_name: 'Wes Invented', worker_address: '1 Invented Street\nNowhere, CA 90000', claim: 'INV-1', injury: '2014-3-5',
    ur_decision: '2015-09-28', ur_served_by: 'mail', administrator_name: 'Invented Mutual', administrator_address: 'Box 3',
    physician_name: 'Dr. Dora Invented', physician_address: 'Box 4', priority: 'standard',
    ...change,
  },
  treatments,
})

test('who acts for another is asked for their own name', () => {
  expect(stepsFor(full())).not.toContain('you')
  expect(stepsFor(full({ who: 'employee_attorney' }))).toContain('you')
})

test('the first page that lacks something is found, and optional ones never are', () => {
  expect(firstOpen(noAnswers(), today)).toBe('who')
  expect(firstOpen(full(), today)).toBeNull()
  expect(firstOpen(full({ who: 'family_member' }), today)).toBe('you')
  expect(firstOpen(full({ claim: '  ' }), today)).toBe('claim')
  expect(firstOpen(full({}, [{ text: '', reasons: '', service_date: '' }]), today)).toBe('treatments')
})

test('each mistake has its words and leads to its input', () => {
  const cases: [Parameters<typeof errorsOn>[0], Answers['fields'], string, string][] = [
    ['who', { who: '' }, 'who-employee', words.who.missing],
    ['worker', { worker_name: ' ' }, 'worker_name', words.worker.worker_name.missing],
    ['about', { age: '4x' }, 'age', words.about.age.wrong],
    ['about', { age: '131' }, 'age', words.about.age.wrong],
    ['claim', { injury: '' }, 'injury-month', words.claim.injury.missing],
    ['claim', { injury: '2015-2-30' }, 'injury-month', words.noDay(words.claim.injury.label)],
    ['claim', { injury: '2015-10-14' }, 'injury-month', words.claim.injury.future],
    ['denial', { ur_decision: '2014-3-4' }, 'ur_decision-month', words.denial.ur_decision.early],
    ['denial', { ur_served_by: '' }, 'ur_served_by-mail', words.denial.ur_served_by.missing],
    ['physician', { request: '2016-1-1' }, 'request-month', words.physician.request.future],
    ['administrator', { administrator_address: '' }, 'administrator_address', words.administrator.administrator_address.missing],
    ['physician', { physician_address: ' ' }, 'physician_address', words.physician.physician_address.missing],
    ['urgency', { priority: '' }, 'priority-standard', words.urgency.priority.missing],
  ]
  for (const [step, fields, field, message] of cases) expect(errorsOn(step, full(fields), today)).toEqual([{ field, message }])
  expect(errorsOn('about', full({ age: '' }), today)).toEqual([])
  const late = full({}, [{ text: 'x', reasons: '', service_date: '2015-12-1' }, { text: ' ', reasons: '', service_date: '' }])
  expect(errorsOn('treatments', late, today)).toEqual([
    { field: 'service_date-0-month', message: words.treatments.service_date.future },
    { field: 'text-1', message: words.treatments.text.missing(2) },
  ])
})

test('the application has what was given, as the API names it, and nothing else', () => {
  expect(applicationOf(full())).toEqual({
    priority: 'standard', injury: '2014-03-05', ur_decision: '2015-09-28', ur_served_by: 'mail', claim: 'INV-1',
    items: [{ text: 'Invented therapy, 12 visits' }],
    parties: [
      { role: 'employee', name: 'Wes Invented', address: '1 Invented Street, Nowhere, CA 90000', by: 'mail' },
      { role: 'claims_administrator', name: 'Invented Mutual', address: 'Box 3', by: 'mail' },
      { role: 'requesting_physician', name: 'Dr. Dora Invented', address: 'Box 4', by: 'mail' },
    ],
  })
  const more = full({ who: 'employee_attorney', you_name: 'Ann Invented', you_address: 'Box 2', age: '47', sex: 'female', request: '2015-9-1', priority: 'expedited' },
    [{ text: 'Invented scan', reasons: ' not needed ', service_date: '2015-9-9' }])
  expect(applicationOf(more)).toMatchObject({
    priority: 'expedited', request: '2015-09-01', age: 47, sex: 'female',
    items: [{ text: 'Invented scan', reasons: 'not needed', service_date: '2015-09-09' }],
  })
  expect(applicationOf(more).parties.map(({ role }) => role)).toEqual(['employee', 'employee_attorney', 'claims_administrator', 'requesting_physician'])
  expect(applicationOf(full({ you_name: 'Left Over' })).parties.map(({ name }) => name)).not.toContain('Left Over')
})

test('the answers are read out in words', () => {
  const rows = Object.fromEntries(summaryOf(full({ age: '' }), 2).flatMap(({ rows }) => rows.map(({ label, lines }) => [label, lines])))
  expect(rows[words.claim.injury.label]).toEqual(['Mar 5, 2014'])
  expect(rows[words.denial.ur_served_by.label]).toEqual(['By mail'])
  expect(rows[words.worker.worker_address.label]).toEqual(['1 Invented Street', 'Nowhere, CA 90000'])
  expect(rows[words.about.age.label]).toEqual([])
  expect(rows[words.records.title]).toEqual(['2 files'])
})
