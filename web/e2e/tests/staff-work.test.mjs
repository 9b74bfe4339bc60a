// The work list of each role, against invented work.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { axe } from '../harness/axe.mjs'
import { reflows, shot } from '../harness/shot.mjs'
import { openPages } from '../mock-staff/open.mjs'

let pages
before(async () => void (pages = await openPages()))
after(() => pages?.close())

const rows = (page) => page.locator('tbody tr')

test('the first due come first, late ones in words, fifty of ten thousand', async () => {
  const { page } = await pages.as('intake', '/work', { count: 10_000 })
  await rows(page).first().waitFor()
  assert.equal(await page.title(), 'Work list: Intake · OpenIMR')
  assert.equal(await rows(page).count(), 50)
  assert.match(await rows(page).first().innerText(), /4 days late/)
  await page.getByText('10,000 cases wait').waitFor()
  await axe(page)
  assert.ok(await reflows(page))
  await shot(page, 'work', { fullPage: false })
  await page.getByRole('button', { name: 'Show more' }).click()
  await page.getByText('100 of 10,000 shown').waitFor()
  assert.equal(await rows(page).count(), 100)
  assert.deepEqual(page.complaints, [])
})

test('filters stand in the address and survive a reload', async () => {
  const { page, backend } = await pages.as('intake', '/work')
  await page.getByLabel('Whose turn it is').selectOption('review')
  await page.getByRole('heading', { level: 1, name: 'Work list: Expert reviewer' }).waitFor()
  await page.getByText('Overdue only').click()
  await page.waitForURL('**/work?role=review&overdue=yes')
  await page.reload()
  await rows(page).first().waitFor()
  assert.ok(await page.getByLabel('Overdue only').isChecked())
  const asked = backend.asked.filter(({ path }) => path === '/api/work').at(-1)
  assert.equal(asked.query.get('role'), 'review')
  assert.equal(asked.query.get('overdue'), 'true')
  for (const line of await rows(page).allInnerTexts()) assert.match(line, /late/)
})

test('a reviewer sees their own cases, and goes to the desk', async () => {
  const { page } = await pages.as('review', '/work', { count: 3 })
  await page.getByRole('heading', { level: 1, name: 'My cases' }).waitFor()
  assert.equal(await page.getByLabel('Whose turn it is').count(), 0)
  assert.equal(await page.getByRole('link', { name: 'CM00-0000101' }).getAttribute('href'), '/cases/CM00-0000101/desk')
  await axe(page)
  await shot(page, 'work-reviewer', { fullPage: false })
})

test('an empty list says what to do next', async () => {
  const { page } = await pages.as('quality', '/work', { count: 0 })
  await page.getByText('A case comes to this list when its next step is yours.').waitFor()
  await axe(page)
  await page.goto('/work?overdue=yes')
  await page.getByRole('button', { name: 'Show all cases that wait' }).click()
  await page.waitForURL('**/work')
})
