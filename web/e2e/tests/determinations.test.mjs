// The published determinations: found, read, counted; for everybody.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { axe } from '../harness/axe.mjs'
import { builtPages, withServer } from '../harness/pages.mjs'
import { reflows, shot } from '../harness/shot.mjs'
import { hostile, letters, long } from '../mock-public/determinations.mjs'
import { mockPublic } from '../mock-public/public.mjs'
import { startMock } from '../mock/server.mjs'

const here = withServer(() => startMock(builtPages))
const phone = { width: 390, height: 844 }

async function open(address, options) {
  const page = await here.browser.newPage(options)
  const state = await mockPublic(page)
  await page.goto(address)
  return { page, state }
}
const heading = (page, name) => page.getByRole('heading', { level: 1, name }).waitFor()
const box = (page) => page.getByLabel('Words, a drug, a treatment')
const count = (page, text) => page.locator('.results__count').getByText(text, { exact: true }).waitFor()
const focused = (page) => page.evaluate(() => document.activeElement?.id || document.activeElement?.textContent)
const focusedOn = (page, id) => page.waitForFunction((wanted) => document.activeElement?.id === wanted, id)
// Nothing of the letters ran or became an element, and nothing else went wrong. The mock has failures that a test asks for.
async function isSound(page, allowed = /^$/) {
  assert.equal(await page.evaluate(() => globalThis.broken), undefined)
  assert.equal(await page.locator('main img, main script').count(), 0)
  assert.deepEqual(page.complaints.filter((each) => !allowed.test(each)), [])
}
async function looksWell(page, name) {
  await axe(page)
  assert.ok(await reflows(page), `${page.url()} needs no sideways scrolling`)
  await shot(page, name)
  await page.setViewportSize(phone)
  await axe(page)
  await page.setViewportSize({ width: 1440, height: 900 })
}

test('the search: facets, results with marked words, hostile and long values as text', async () => {
  const { page } = await open('/determinations?q=spasm')
  await heading(page, 'Find determinations')
  await count(page, '44 determinations of 44')
  assert.equal(await page.locator('.result mark').first().innerText(), 'spasm')
  await page.getByText('<b>spasm</b>').waitFor()
  await page.getByRole('link', { name: `${hostile} 10 mg` }).waitFor()
  await page.getByText('Matched: spasm, carisoprodol, therapi').first().waitFor()
  await page.getByText('How to ask').click()
  await looksWell(page, 'determinations')
  await isSound(page)
})

test('the search asks when it is sent, and not while one types', async () => {
  const { page, state } = await open('/determinations')
  await count(page, '44 determinations of 44')
  const before = state.asked.length
  await box(page).pressSequentially('many')
  assert.equal(state.asked.length, before)
  await page.getByRole('button', { name: 'Search', exact: true }).click()
  await page.waitForURL('**/determinations?q=many')
  await count(page, 'about 44 determinations of 44')
  await page.getByText('1 to 20 of about 44').waitFor()
})

test('by keyboard alone: the slash leads to the box, space chooses a value, enter opens a letter', async () => {
  const { page } = await open('/determinations')
  await count(page, '44 determinations of 44')
  await page.keyboard.press('/')
  assert.equal(await focused(page), 'q')
  await page.keyboard.type('spasm')
  await page.keyboard.press('Enter')
  await page.waitForURL('**/determinations?q=spasm')
  assert.equal(await focused(page), 'q')
  for (let step = 0; (await focused(page)) !== 'drug-carisoprodol'; ++step) {
    assert.ok(step < 40, 'the drugs can be reached')
    await page.keyboard.press('Tab')
  }
  await page.keyboard.press('Space')
  await page.waitForURL(/where=drug%3Acarisoprodol/)
  await count(page, '28 determinations of 44')
  await focusedOn(page, 'drug-carisoprodol')
  assert.ok(await page.getByLabel('carisoprodol', { exact: false }).first().isChecked())
  for (let step = 0; !(await page.evaluate(() => document.activeElement?.closest('.result h3'))); ++step) {
    assert.ok(step < 60, 'the results can be reached')
    await page.keyboard.press('Tab')
  }
  await page.keyboard.press('Enter')
  await page.waitForURL(/\/determinations\/0+1$/)
  await heading(page, 'Soma 350mg #60')
})

test('values are chosen and taken away, and the address has it all', async () => {
  const { page } = await open('/determinations')
  await page.locator('label[for="drug-carisoprodol"]').click()
  await count(page, '28 determinations of 44')
  await page.getByRole('button', { name: 'Show all 10' }).click()
  await page.locator('label[for="drug-lidocaine"]').waitFor()
  await page.locator('label[for="decision-Overturned"]').click()
  await count(page, '1 determination of 44')
  await page.getByLabel('From', { exact: true }).fill('2016-01-01')
  await page.getByLabel('Until', { exact: true }).fill('2016-12-31')
  await page.getByRole('button', { name: 'Apply the dates' }).click()
  await page.getByRole('button', { name: 'Take away until Dec 31, 2016' }).waitFor()
  await page.getByLabel('Sort by').selectOption('newest')
  await page.waitForURL('**/determinations?where=drug%3Acarisoprodol&where=decision%3AOverturned&from=2016-01-01&until=2016-12-31&sort=newest')
  await page.locator('.results[aria-busy="false"]').waitFor() // those before are pale until these are there
  await axe(page)

  const other = await here.browser.newPage()
  await mockPublic(other)
  await other.goto(page.url())
  await count(other, '1 determination of 44')
  assert.equal(await other.getByLabel('From', { exact: true }).inputValue(), '2016-01-01')
  assert.equal(await other.getByLabel('Sort by').inputValue(), 'newest')

  await page.getByRole('button', { name: 'Take away Decision: Overturned' }).click()
  await count(page, '28 determinations of 44')
  await page.goBack()
  await count(page, '1 determination of 44')
  assert.ok(await page.getByLabel(/^Overturned/).isChecked())
  for (const left of ['sort', 'from']) {
    await page.goBack()
    await page.waitForURL((url) => !url.searchParams.has(left))
  }
  await page.goBack()
  await count(page, '28 determinations of 44')
  assert.equal(await page.getByLabel('From', { exact: true }).inputValue(), '')
  await isSound(page)
})

test('pages by links; the results take the focus; the back button goes back', async () => {
  const { page } = await open('/determinations?q=spasm')
  await page.getByRole('link', { name: 'Next page' }).click()
  await page.waitForURL('**/determinations?q=spasm&skip=20')
  await page.getByText('21 to 40 of 44').waitFor()
  assert.equal(await focused(page), 'results')
  await page.getByRole('link', { name: 'Next page' }).click()
  await page.getByText('41 to 44 of 44').waitFor()
  assert.equal(await page.getByRole('link', { name: 'Next page' }).count(), 0)
  await page.goBack()
  await page.getByText('21 to 40 of 44').waitFor()
  await page.goto('/determinations?skip=400')
  await page.getByRole('link', { name: 'Go to the first page' }).click()
  await page.getByText('1 to 20 of 44').waitFor()
})

test('nothing found: another spelling as a link, and what to do', async () => {
  const { page } = await open('/determinations?q=carisoprodl&where=year:2016')
  await page.getByRole('heading', { name: 'No determination fits' }).waitFor()
  await page.getByRole('link', { name: 'Search without the words' }).waitFor()
  await looksWell(page, 'determinations-none')
  await page.getByRole('link', { name: 'carisoprodol', exact: true }).click()
  await page.waitForURL('**/determinations?q=carisoprodol&where=year%3A2016')
  assert.equal(await box(page).inputValue(), 'carisoprodol')
  await count(page, '44 determinations of 44')
})

test('a search is kept in this browser, listed and removed; its feed has an address', async () => {
  const { page } = await open('/determinations?q=%3Cb%3Espasm&where=drug:carisoprodol')
  await count(page, '28 determinations of 44')
  await page.getByRole('button', { name: 'Save this search' }).click()
  await page.getByText('This search is saved.').waitFor()
  const feed = page.getByRole('link', { name: 'Feed of this search (Atom)' })
  assert.equal(await feed.getAttribute('href'), '/api/determinations/feed?q=%3Cb%3Espasm&where=drug%3Acarisoprodol')
  await page.goto('/determinations')
  await page.getByText('Saved searches (1)').click()
  await axe(page)
  await page.getByRole('link', { name: '<b>spasm · Drug: carisoprodol' }).click()
  await page.waitForURL('**/determinations?q=%3Cb%3Espasm&where=drug%3Acarisoprodol')
  await page.getByRole('button', { name: 'Remove <b>spasm · Drug: carisoprodol' }).click()
  await page.getByText('The saved search is gone.').waitFor()
  assert.equal(await page.evaluate(() => localStorage.getItem('openimr.saved-searches')), '[]')
  await page.evaluate(() => localStorage.setItem('openimr.saved-searches', '{broken'))
  await page.reload()
  await count(page, '28 determinations of 44')
})

test('on a telephone the fields stand behind a button', async () => {
  const { page } = await open('/determinations?where=drug:carisoprodol', { viewport: phone })
  const button = page.getByRole('button', { name: 'Narrow down (1 chosen)' })
  await button.waitFor()
  assert.equal(await page.getByLabel('From', { exact: true }).isVisible(), false)
  await button.press('Enter')
  await page.locator('label[for="decision-Overturned"]').click()
  await page.getByRole('button', { name: 'Narrow down (2 chosen)' }).waitFor()
  await axe(page)
  assert.ok(await reflows(page))
  await shot(page, 'determinations-narrow')
})

test('a letter: its line, its text, its parts with their ways on, its citation and files', async () => {
  const { page } = await open(`/determinations/${letters[0].id}`, { permissions: ['clipboard-read', 'clipboard-write'] })
  await heading(page, 'Soma 350mg #60')
  await page.getByText('The denial stands.').waitFor()
  const text = page.getByRole('region', { name: 'The letter' })
  await text.getByRole('heading', { name: 'CLINICAL CASE SUMMARY' }).waitFor()
  await text.getByText(hostile).waitFor()
  const parts = page.getByRole('region', { name: 'Items decided' })
  const leads = async (name, to) => assert.equal(await parts.getByRole('link', { name, exact: true }).getAttribute('href'), to)
  await leads('carisoprodol', '/determinations?where=drug%3Acarisoprodol')
  await leads('How it was decided over time', '/statistics?by=month&where=drug%3Acarisoprodol')
  await leads('Carisoprodol (Soma)', '/determinations?where=section%3ACarisoprodol+%28Soma%29')
  await leads('Look up “Carisoprodol” in the guidelines', '/guidelines?q=Carisoprodol')
  await leads('Find similar: Soma 350mg #60', '/determinations?where=drug%3Acarisoprodol&where=body-part%3Alumbar+spine')
  await page.getByRole('button', { name: 'Copy' }).click()
  await page.getByText('The citation was copied.').waitFor()
  assert.equal(await page.evaluate(() => navigator.clipboard.readText()), `Independent Medical Review, determination EX00-0000001 of Feb 2, 2016 (Soma 350mg #60: upheld). ${here.server.base}/determinations/${letters[0].id}`)
  const file = page.getByRole('link', { name: 'Text', exact: true })
  assert.equal(await file.getAttribute('href'), `/api/determinations/${letters[0].id}?format=text`)
  assert.equal(await file.getAttribute('download'), 'EX00-0000001.txt')
  await looksWell(page, 'determination')
  await page.emulateMedia({ media: 'print' })
  assert.equal(await page.getByRole('button', { name: 'Copy' }).isVisible(), false)
  await shot(page, 'determination-print')
  await isSound(page)
})

test('letters of several items, of hostile names, of no text', async () => {
  const { page } = await open(`/determinations/${letters[1].id}`)
  await page.getByText('1 of 3 items overturned.').waitFor()
  await looksWell(page, 'determination-several')
  await page.goto(`/determinations/${letters[2].id}`)
  await heading(page, `${hostile} 10 mg`)
  await looksWell(page, 'determination-hostile')
  await isSound(page)
  await page.goto(`/determinations/${letters[3].id}`)
  await heading(page, long)
  await page.getByText('The letter itself was not published').waitFor()
  await looksWell(page, 'determination-long')
  await page.goto('/determinations/none')
  await heading(page, 'There is no such determination')
  await page.getByText('No published determination has this address.').waitFor()
  await axe(page)
})

test('statistics: the sentence, the picture, the table that sorts, the file', async () => {
  const { page } = await open('/statistics?by=drug')
  await heading(page, 'Statistics')
  await page.getByText('Overturned: 26 of 213 decided items, 12.2 %, 95 % interval 8.5 to 17.3.').waitFor()
  await page.getByRole('img', { name: /^Share of items overturned, by drug\. Overturned: 26 of 213/ }).locator('svg').waitFor()
  const table = page.getByRole('table', { name: 'Items by drug' })
  await table.getByRole('link', { name: hostile }).waitFor()
  assert.equal(await table.getByText('small number').count(), 2)
  const first = () => table.getByRole('rowheader').first().innerText()
  assert.equal(await first(), 'carisoprodol')
  await table.getByRole('button', { name: 'Overturned, %' }).click()
  assert.equal(await first(), 'tramadol')
  assert.equal(await table.getByRole('columnheader', { name: 'Overturned, %' }).getAttribute('aria-sort'), 'descending')
  await page.waitForURL(/sort=-share/)
  assert.equal(await table.getByRole('rowheader').last().innerText(), 'All together each item once')
  assert.equal(await page.getByRole('link', { name: 'Download as CSV' }).getAttribute('href'), '/api/statistics?by=drug&format=csv')
  await looksWell(page, 'statistics')
  await page.emulateMedia({ media: 'print' })
  assert.equal(await page.getByLabel('Count by').isVisible(), false)
  await shot(page, 'statistics-print')
  await isSound(page)
})

test('statistics: what is counted stands in the address, and the back button takes it back', async () => {
  const { page, state } = await open('/statistics')
  await page.getByRole('table', { name: 'Items by category' }).waitFor()
  await page.getByLabel('Count by').selectOption('month')
  await page.getByRole('table', { name: 'Items by month' }).getByRole('link', { name: 'Jan 2015' }).waitFor()
  await looksWell(page, 'statistics-month')
  await page.getByLabel('Value').fill('tramadol')
  await page.getByLabel('Value').press('Enter')
  await page.getByText('Overturned: 3 of 12 decided items').waitFor()
  await page.getByText('That is a small number: chance weighs heavily in it.').waitFor()
  await page.getByLabel('From', { exact: true }).fill('2015-01-01')
  await page.getByRole('button', { name: 'Apply the dates' }).click()
  await page.waitForURL('**/statistics?where=drug%3Atramadol&from=2015-01-01&by=month')
  assert.ok(state.asked.includes('/api/statistics?by=month&where=drug%3Atramadol&from=2015-01-01'))
  await looksWell(page, 'statistics-few')
  await page.getByRole('button', { name: 'Take away Drug: tramadol' }).click()
  await page.getByText('Overturned: 26 of 213').waitFor()
  await page.goBack()
  await page.getByText('Overturned: 3 of 12').waitFor()
  await page.goto('/statistics?where=drug:nothing')
  await page.getByRole('heading', { name: 'No decided item fits these conditions.' }).waitFor()
  await axe(page)
  await isSound(page)
})

test('no collection, a question that cannot be read, a server in trouble: said in words', async () => {
  const { page, state } = await open('/determinations?q=decided:a..b')
  await page.getByText('the question cannot be read: no such range').waitFor()
  assert.equal(await box(page).inputValue(), 'decided:a..b')
  await axe(page)
  state.fail = true
  await box(page).fill('spasm')
  await box(page).press('Enter')
  await page.getByText('The server could not answer.').waitFor()
  state.fail = false
  await page.getByRole('button', { name: 'Try again' }).click()
  await count(page, '44 determinations of 44')
  state.collection = false
  for (const [address, name] of [['/determinations', 'determinations-no-collection'], ['/statistics', 'statistics-no-collection']]) {
    await page.goto(address)
    await page.getByRole('heading', { name: 'No collection of published determinations is set up here.' }).waitFor()
    await axe(page)
    await shot(page, name)
  }
  await page.goto(`/determinations/${letters[0].id}`)
  await page.getByText('No collection of published determinations is set up here.').waitFor()
  await isSound(page, /Failed to load resource/)
})

test('the menu and the start page lead there', async () => {
  const { page } = await open('/')
  await page.getByRole('navigation', { name: 'Main menu' }).getByRole('link', { name: 'Statistics' }).click()
  await heading(page, 'Statistics')
  await page.goto('/')
  await axe(page)
  await shot(page, 'start-public')
  await page.getByRole('main').getByRole('link', { name: 'Find determinations' }).click()
  await heading(page, 'Find determinations')
})
