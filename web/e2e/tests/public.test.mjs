// The pages for everybody: before a request, and the guidelines.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { axe } from '../harness/axe.mjs'
import { builtPages, withServer } from '../harness/pages.mjs'
import { reflows, shot } from '../harness/shot.mjs'
import { mockPublic } from '../mock-public/public.mjs'
import { startMock } from '../mock/server.mjs'

const here = withServer(() => startMock(builtPages))

async function open(address, options) {
  const page = await here.browser.newPage(options)
  const state = await mockPublic(page)
  await page.goto(address)
  return { page, state }
}
const heading = (page, name) => page.getByRole('heading', { level: 1, name }).waitFor()
const notes = 'Progress note. Soma 350 mg TID since Sep 9, 2014. Muscle spasm of the lumbar spine. Tried naproxen without relief.'

async function check(page) {
  await page.getByLabel('Treatment').fill('Soma 350 mg, 60 tablets')
  await page.getByLabel('Notes').fill(notes)
  await page.getByLabel('Date of the request').fill('2015-08-25')
  await page.getByRole('button', { name: 'Check the notes' }).click()
  await page.getByRole('heading', { name: 'To add (2)' }).waitFor()
}

test('before a request: the checklist names what is missing, what stands against it and what is documented', async () => {
  const { page, state } = await open('/check')
  await heading(page, 'Before you request')
  await axe(page)
  await shot(page, 'check')
  await check(page)
  assert.deepEqual(state.checks, [{ treatment: 'Soma 350 mg, 60 tablets', notes, on: '2015-08-25' }])
  const result = page.getByRole('region', { name: 'Checklist' })
  assert.ok(await result.evaluate((element) => element === document.activeElement))
  await result.getByText('a note that describes and dates a flare-up or a new injury').waitFor()
  await result.getByText('Soma 350 mg TID since Sep 9, 2014').waitFor()
  await result.getByText('Your notes document 2 of 5 points').waitFor()
  assert.doesNotMatch(await page.locator('main').innerText(), /approved/i)
  await page.getByText('What the words mean').click()
  await axe(page)
  assert.ok(await reflows(page))
  await shot(page, 'check-result')
  assert.deepEqual(await page.evaluate(() => [...Object.keys(localStorage), ...Object.keys(sessionStorage)].filter((key) => key !== 'openimr.heard')), [])
  assert.deepEqual(page.complaints, [])
})

test('the checklist can be copied as text, and printed without the notes', async () => {
  const { page } = await open('/check', { permissions: ['clipboard-read', 'clipboard-write'] })
  await check(page)
  await page.getByRole('button', { name: 'Copy as text' }).click()
  await page.getByText('The checklist was copied.').waitFor()
  const text = await page.evaluate(() => navigator.clipboard.readText())
  assert.match(text, /^Soma 350 mg, 60 tablets\nMTUS[^]*\[ \] given for an acute exacerbation[^]*✕ used for no longer/)
  await page.emulateMedia({ media: 'print' })
  assert.equal(await page.getByLabel('Notes').isVisible(), false)
  assert.ok(await page.getByRole('heading', { name: 'Documented (2)' }).isVisible())
  await shot(page, 'check-print')
})

test('what is missing in the form is said, a text file fills the notes, and other files are refused', async () => {
  const { page } = await open('/check')
  await page.getByRole('button', { name: 'Check the notes' }).click()
  const summary = page.getByRole('alert')
  await summary.getByRole('link', { name: 'Name the treatment' }).click()
  assert.equal(await page.evaluate(() => document.activeElement?.id), 'treatment')
  await axe(page)
  await shot(page, 'check-errors')
  const loader = page.getByLabel('Load a text file')
  await loader.setInputFiles({ name: 'note.txt', mimeType: 'text/plain', buffer: Buffer.from('Low back pain.') })
  await page.getByText('note.txt was put into the notes').waitFor()
  assert.equal(await page.getByLabel('Notes').inputValue(), 'Low back pain.')
  await loader.setInputFiles({ name: 'scan.pdf', mimeType: 'application/pdf', buffer: Buffer.from([37, 80, 0, 1]) })
  await page.getByText('This file is no text.').waitFor()
  assert.equal(await page.getByLabel('Notes').inputValue(), 'Low back pain.')
})

test('a treatment that no guideline addresses gets words instead of a list', async () => {
  const { page } = await open('/check')
  await page.getByLabel('Treatment').fill('unheard of')
  await page.getByLabel('Notes').fill('x')
  await page.getByRole('button', { name: 'Check the notes' }).click()
  await page.getByText('No guideline that is loaded here addresses this treatment.').waitFor()
  await axe(page)
})

test('topics are found as one types, and the day stands in the address', async () => {
  const { page } = await open('/guidelines')
  await heading(page, 'Guidelines')
  await page.getByText('40 topics').waitFor()
  await axe(page)
  assert.ok(await reflows(page))
  await shot(page, 'guidelines')
  await page.getByLabel('Search topics').fill('soma')
  await page.getByText('1 of 40 topics').waitFor()
  await page.getByLabel('In force on').fill('2015-08-25')
  await page.waitForURL(/q=soma&on=2015-08-25/)
  await page.reload()
  assert.equal(await page.getByLabel('Search topics').inputValue(), 'soma')
  await page.getByRole('link', { name: 'Carisoprodol (Soma)' }).click()
  await page.waitForURL('**/guidelines/carisoprodol?on=2015-08-25')
  await page.goto('/guidelines?on=1999-01-01')
  await page.getByText('No guideline that is loaded here was in force on that day.').first().waitFor()
  await axe(page)
  assert.deepEqual(page.complaints, [])
})

test('the editions of a topic stand side by side, and what changed is marked', async () => {
  const { page } = await open('/guidelines/carisoprodol')
  await heading(page, 'Carisoprodol (Soma)')
  const edition = (name) => page.getByRole('region', { name, exact: true })
  const now = edition('mtus-pain-2016')
  assert.equal(await now.locator('ins').first().innerText(), 'acute low back pain,')
  await now.getByText('New', { exact: false }).first().waitFor()
  await now.locator('.topic__cell--dropped').getByText('used only after first-line treatment has failed').waitFor()
  assert.equal(await edition('odg-pain').locator('.topic__cell--new, .topic__cell--changed, .topic__cell--dropped').count(), 0)
  const tops = await Promise.all(['mtus-pain-2009', 'mtus-pain-2016'].map((name) => edition(name).getByText('used for no longer than two to three weeks').evaluate((element) => element.getBoundingClientRect().top)))
  assert.equal(tops[0], tops[1])
  await page.getByText('What the words mean').click()
  await axe(page)
  assert.ok(await reflows(page))
  await shot(page, 'topic')
  await page.getByLabel('In force on').fill('2016-07-28')
  await now.getByText('in force on Jul 28, 2016', { exact: false }).waitFor()
  await edition('mtus-pain-2009').getByText('not in force on Jul 28, 2016', { exact: false }).waitFor()
  await axe(page)
  await shot(page, 'topic-on')
  await page.goto('/guidelines/carisoprodol?on=1999-01-01')
  await page.getByText('No edition that is loaded here was in force on Jan 1, 1999.').waitFor()
  assert.deepEqual(page.complaints, [])
})

test('an unknown topic is a page that was not found', async () => {
  const { page } = await open('/guidelines/nothing')
  await heading(page, 'Page not found')
})
