// An application, from the first question to the receipt.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { axe } from '../harness/axe.mjs'
import { tabTo } from '../harness/keys.mjs'
import { builtPages, withServer } from '../harness/pages.mjs'
import { reflows, shot } from '../harness/shot.mjs'
import { signIn } from '../harness/sign-in.mjs'
import { pdf } from '../mock-public/pdf.mjs'
import { mockPublic } from '../mock-public/public.mjs'
import { known } from '../mock/accounts.mjs'
import { startMock } from '../mock/server.mjs'

const here = withServer(() => startMock(builtPages))

async function open(address, options) {
  const page = await here.browser.newPage(options)
  const state = await mockPublic(page)
  await signIn(page, known('worker'))
  await page.goto(address)
  return { page, state }
}
const heading = (page, name) => page.getByRole('heading', { level: 1, name }).waitFor()
const kept = (page) => page.evaluate(() => localStorage.getItem('openimr.filing.worker'))

const answers = {
  fields: {
    who: 'employee', worker_name: 'Wes Invented', worker_address: '1 Invented Street\nNowhere, CA 90000', age: '47', sex: 'male', claim: 'INV-2014-1', injury: '2014-03-5',
    ur_decision: '2015-08-25', ur_served_by: 'mail', administrator_name: 'Invented Mutual', administrator_address: '2 Invented Road, Nowhere, CA 90000',
    physician_name: 'Dr. Dora Invented', physician_address: '4 Invented Hall, Nowhere', request: '2015-08-19', priority: 'standard',
  },
  treatments: [
    { text: 'Soma 350 mg, 60 tablets', reasons: 'Not recommended for long-term use.', service_date: '' },
    { text: 'Physical therapy, 12 visits', reasons: '', service_date: '2015-09-2' },
  ],
}
const keep = (page) => page.evaluate((value) => localStorage.setItem('openimr.filing.worker', value), JSON.stringify(answers))

const type = async (page, selector, text) => {
  await tabTo(page, selector)
  await page.keyboard.type(text)
}

test('the whole application by keyboard alone', async () => {
  const { page, state } = await open('/file')
  await heading(page, 'Ask for a review')
  await axe(page)
  await shot(page, 'file-start')
  await tabTo(page, '.filing__begin')
  await page.keyboard.press('Enter')

  const go = async (title, name) => {
    await tabTo(page, 'button[type=submit]')
    await page.keyboard.press('Enter')
    await heading(page, title)
    await page.waitForFunction(() => document.activeElement?.tagName === 'H1')
    assert.match(await page.title(), new RegExp(`^${title.replace('?', '\\?')}`))
    await axe(page)
    await shot(page, `file-${name}`)
  }
  await heading(page, 'Who are you?')
  await axe(page)
  await shot(page, 'file-who')
  await tabTo(page, '#who-employee')
  await page.keyboard.press('Space')
  await page.keyboard.press('ArrowDown')
  assert.ok(await page.locator('#who-employee_attorney').isChecked())
  await go('Your name and address', 'you')
  await type(page, '#you_name', 'Ann Attorney-Invented')
  await type(page, '#you_address', '3 Invented Square, Nowhere')
  await go('Who was injured?', 'worker')
  await type(page, '#worker_name', 'Wes Invented')
  await type(page, '#worker_address', '1 Invented Street, Nowhere')
  await go('The worker’s age and sex', 'about')
  await go('The claim', 'claim')
  await type(page, '#claim', 'INV-2014-1')
  await type(page, '#injury-month', 'Mar')
  await type(page, '#injury-day', '5')
  await type(page, '#injury-year', '2014')
  await go('The letter that denied the treatment', 'denial')
  await type(page, '#ur_decision-month', 'Aug')
  await type(page, '#ur_decision-day', '25')
  await type(page, '#ur_decision-year', '2015')
  await tabTo(page, '#ur_served_by-mail')
  await page.keyboard.press('Space')
  await go('What was denied?', 'treatments')
  await type(page, '#text-0', 'Soma 350 mg, 60 tablets')
  await tabTo(page, '.filing__add')
  await page.keyboard.press('Enter')
  await page.waitForFunction(() => document.activeElement?.id === 'text-1')
  await page.keyboard.type('Physical therapy, 12 visits')
  await shot(page, 'file-treatments-two')
  await axe(page)
  await go('Who denied it?', 'administrator')
  await type(page, '#administrator_name', 'Invented Mutual')
  await type(page, '#administrator_address', '2 Invented Road, Nowhere')
  await go('Which doctor asked for the treatment?', 'physician')
  await type(page, '#physician_name', 'Dr. Dora Invented')
  await type(page, '#physician_address', '4 Invented Hall, Nowhere')
  await go('Is it urgent?', 'urgency')
  await tabTo(page, '#priority-standard')
  await page.keyboard.press('Space')
  await go('Choose what to send', 'records')
  await go('Check your answers', 'check')
  await tabTo(page, '#agree')
  await page.keyboard.press('Space')
  await tabTo(page, 'button[type=submit]')
  await page.keyboard.press('Enter')
  await heading(page, 'Application sent')
  await axe(page)
  await shot(page, 'file-receipt')
  assert.deepEqual(state.applications, [{
    priority: 'standard', injury: '2014-03-05', ur_decision: '2015-08-25', ur_served_by: 'mail', claim: 'INV-2014-1',
    items: [{ text: 'Soma 350 mg, 60 tablets' }, { text: 'Physical therapy, 12 visits' }],
    parties: [
      { role: 'employee', name: 'Wes Invented', address: '1 Invented Street, Nowhere', by: 'mail' },
      { role: 'employee_attorney', name: 'Ann Attorney-Invented', address: '3 Invented Square, Nowhere', by: 'mail' },
      { role: 'claims_administrator', name: 'Invented Mutual', address: '2 Invented Road, Nowhere', by: 'mail' },
      { role: 'requesting_physician', name: 'Dr. Dora Invented', address: '4 Invented Hall, Nowhere', by: 'mail' },
    ],
  }])
  assert.equal(await kept(page), null)
  assert.deepEqual(page.complaints, [])
})

test('what is missing or wrong is said at the top, in the title and at the field', async () => {
  const { page } = await open('/file')
  await keep(page)
  await page.goto('/file/claim')
  await heading(page, 'The claim')
  await page.getByLabel('Claim number').fill('')
  await page.getByLabel('Day').fill('31')
  await page.getByLabel('Month').selectOption('02')
  await page.getByRole('button', { name: 'Continue' }).click()
  const summary = page.getByRole('alert')
  await summary.getByRole('link', { name: 'Enter the claim number' }).waitFor()
  assert.equal(await page.title(), 'Error: The claim · OpenIMR')
  assert.equal(await page.getByLabel('Claim number').getAttribute('aria-invalid'), 'true')
  await axe(page)
  assert.ok(await reflows(page))
  await shot(page, 'file-errors')
  await summary.getByRole('link', { name: /^Date of the injury/ }).click()
  assert.equal(await page.evaluate(() => document.activeElement?.id), 'injury-month')
})

test('nothing typed is lost: reload, back, and coming back later', async () => {
  const { page } = await open('/file/who')
  await page.getByText('I am the injured worker').click()
  await page.getByRole('button', { name: 'Continue' }).click()
  await page.getByLabel('Full name').fill('Wes Inv')
  await page.reload()
  assert.equal(await page.getByLabel('Full name').inputValue(), 'Wes Inv')
  await page.goBack()
  await heading(page, 'Who are you?')
  assert.ok(await page.locator('#who-employee').isChecked())
  await page.goForward()
  await page.getByRole('button', { name: 'Save and come back later' }).click()
  await page.getByText('You have an application that is not sent yet.').waitFor()
  await page.getByRole('link', { name: 'Go on with it' }).click()
  await page.getByText('1 of 8 parts are answered').waitFor()
  await axe(page)
  await shot(page, 'file-start-kept')
  await page.getByRole('link', { name: 'Go on with your application' }).click()
  await page.waitForURL('**/file/worker')
  await page.goto('/file')
  await page.getByRole('button', { name: 'Delete it and start again' }).click()
  await page.getByRole('link', { name: 'Start now' }).waitFor()
  assert.equal(await kept(page), null)
})

test('nobody skips a question, and a change leads back to the answers', async () => {
  const { page, state } = await open('/file/check')
  await page.waitForURL('**/file/who')
  await keep(page)
  await page.goto('/file/check')
  await heading(page, 'Check your answers')
  await page.getByText('You had it on Sep 2, 2015').waitFor()
  await page.getByRole('link', { name: 'Change Who denied it?' }).click()
  await page.getByLabel('Name of the company').fill('Another Invented Mutual')
  await page.getByRole('button', { name: 'Continue' }).click()
  await heading(page, 'Check your answers')
  await page.getByText('Another Invented Mutual').waitFor()
  await axe(page)
  assert.ok(await reflows(page))
  await shot(page, 'file-check-full')
  await page.getByRole('button', { name: 'Send the application' }).click()
  await page.getByRole('alert').getByRole('link', { name: 'Tick the box if you agree' }).click()
  assert.equal(await page.evaluate(() => document.activeElement?.id), 'agree')
  assert.equal(state.applications.length, 0)
})

test('files chosen before are sent after the application, through a lost connection; the receipt survives a reload', async () => {
  const { page, state } = await open('/file')
  await keep(page)
  await page.goto('/file/records')
  const losses = ['after', 'before', null]
  state.lose = () => losses.shift() ?? null
  await page.getByLabel('Choose files').setInputFiles({ name: 'denial.pdf', mimeType: 'application/pdf', buffer: pdf(4, 2_500_000) })
  await page.getByText('4 pages, 2.4 MB').waitFor()
  await axe(page)
  await shot(page, 'file-records-chosen')
  await page.getByRole('button', { name: 'Continue' }).click()
  await page.getByText('1 file', { exact: true }).waitFor()
  await page.locator('label[for=agree]').click()
  await page.getByRole('button', { name: 'Send the application' }).click()
  await heading(page, 'Application sent')
  await page.getByRole('heading', { name: '1 record was received' }).waitFor()
  assert.equal(state.received[0].offset, state.received[0].size)
  await shot(page, 'file-receipt-records')
  await page.reload()
  await page.getByText('CM00-0000000').first().waitFor()
  assert.equal(state.applications.length, 1)
})

test('an application whose answer is lost is made once', async () => {
  const { page, state } = await open('/file')
  await keep(page)
  await page.goto('/file/check')
  let attempts = 0
  await page.route('**/api/applications', async (route) => {
    if (++attempts > 1) return route.fallback()
    state.keys.set(route.request().headers()['idempotency-key'], true)
    state.applications.push(route.request().postDataJSON())
    await route.abort('connectionreset')
  })
  await page.locator('label[for=agree]').click()
  await page.getByRole('button', { name: 'Send the application' }).click()
  await heading(page, 'Application sent')
  assert.equal(attempts, 2)
  assert.equal(state.applications.length, 1)
})
