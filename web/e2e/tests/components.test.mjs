// The components by themselves, under the content policy of the server.
import assert from 'node:assert/strict'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { axe } from '../harness/axe.mjs'
import { openBrowser } from '../harness/browser.mjs'
import { reflows, shot } from '../harness/shot.mjs'
import { buildSpecimen } from '../harness/specimen.mjs'
import { pdfWith } from '../mock/pdf.mjs'
import { startMock } from '../mock/server.mjs'

let folder
let server
let browser
before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'openimr-specimen-'))
  await buildSpecimen(folder)
  await writeFile(join(folder, 'sample.pdf'), pdfWith('Soma 350 mg TID'))
  server = await startMock(folder)
  browser = await openBrowser(server.base)
})
after(async () => {
  await browser?.close()
  await server?.close()
  await rm(folder, { recursive: true, force: true })
})

async function specimen(options) {
  const page = await browser.newPage(options)
  await page.goto('/')
  await page.locator('.chart__picture svg').first().waitFor()
  await page.locator('.words').getByText('Soma').waitFor()
  return page
}

test('findings, days, tables and charts: nothing for axe, nothing that the content policy refuses', async () => {
  const page = await specimen()
  await axe(page)
  await shot(page, 'components')
  assert.ok(await reflows(page))
  assert.deepEqual(page.complaints, [])
})

test('a finding is told by shape and word', async () => {
  const page = await specimen()
  const marks = await page.locator('.finding').allInnerTexts()
  assert.deepEqual(marks.map((mark) => mark.replace(/\s+/g, ' ')), ['● met', '✕ not met', '○ not documented', '· not looked at yet'])
})

test('a record is drawn by PDF.js, with a font that it does not bring', async () => {
  const page = await specimen()
  const dark = await page.locator('canvas').evaluate((canvas) => {
    const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height)
    return data.filter((value, at) => at % 4 === 0 && value < 128).length
  })
  assert.ok(dark > 50, `${dark} dark points`)
  assert.ok(server.requests.some(({ url }) => url.startsWith('/assets/pdf-fonts/')), 'the font is fetched')
})

test('numbers stand at the right, and the head stays while the table scrolls', async () => {
  const page = await specimen()
  const style = (selector, name) => page.locator(selector).first().evaluate((element, name) => getComputedStyle(element)[name], name)
  assert.equal(await style('tbody .data-table__number', 'textAlign'), 'end')
  assert.equal(await style('.data-table thead th', 'position'), 'sticky')
})

test('on a narrow screen each value of a row has its name, and the table is still one for the ear', async () => {
  const page = await specimen({ viewport: { width: 390, height: 844 } })
  const cell = page.getByRole('cell', { name: '640' })
  assert.equal(await cell.evaluate((element) => getComputedStyle(element, '::before').content), '"Pages"')
  await page.getByRole('table', { name: 'Cases' }).getByRole('rowheader', { name: 'EX-100-C' }).waitFor()
})

test('a filter stands in the address, its default does not, and a reload keeps it', async () => {
  const page = await specimen()
  await page.getByLabel('State').selectOption('late')
  assert.equal(new URL(page.url()).search, '?state=late')
  await page.reload()
  assert.equal(await page.getByRole('table', { name: 'Cases' }).getByRole('rowheader').count(), 1)
  await page.getByLabel('State').selectOption('all')
  assert.equal(new URL(page.url()).search, '')
})

test('the figures of a chart go along as CSV', async () => {
  const page = await specimen()
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: 'Download as CSV' }).click()])
  assert.equal(download.suggestedFilename(), 'outcomes.csv')
  assert.equal((await readFile(await download.path(), 'utf8')).split('\r\n')[1], 'Jul,1204,Upheld')
})
