// Figures of the pages at the real server: Lighthouse on the work list with many cases and on the desk with a record of 500 pages,
// and by the clock how long the first view and a place of the record take. It prints a table and is no gate.
//
//   node e2e/lighthouse.mjs [--cases 10000] [--store FILE] [--runs 3] [--reports FOLDER]
//
// A store that is named is kept and used again. Of the runs on a page the quickest counts, since whatever else a machine does makes
// pages slower; reports are the pages that Lighthouse writes of it.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import lighthouse, { desktopConfig } from 'lighthouse'
import { chromium } from 'playwright-core'
import { signIn } from './harness/sign-in.mjs'
import { records } from './mock-desk/records.mjs'
import { serve } from './served/serve.mjs'

const { values: wanted } = parseArgs({ options: { cases: { type: 'string', default: '10000' }, store: { type: 'string' }, runs: { type: 'string', default: '3' }, reports: { type: 'string' } } })
const categories = ['performance', 'accessibility', 'best-practices']
const metrics = ['first-contentful-paint', 'largest-contentful-paint', 'total-blocking-time', 'cumulative-layout-shift', 'speed-index']
const begun = Date.now()
const tell = (text) => console.error(`[${((Date.now() - begun) / 1000).toFixed(0)} s] ${text}`)

const folder = mkdtempSync(join(tmpdir(), 'openimr-lighthouse-'))
tell(`a demo of ${wanted.cases} cases`)
const server = await serve({ cases: Number(wanted.cases), options: wanted.store ? ['--store', wanted.store] : [] })
const port = await freePort()
const context = await chromium.launchPersistentContext(join(folder, 'profile'), {
  executablePath: process.env.OPENIMR_CHROMIUM ?? '/usr/bin/chromium', baseURL: server.base, viewport: { width: 1350, height: 940 },
  args: ['--headless', '--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking', `--remote-debugging-port=${port}`],
})
context.setDefaultTimeout(120_000)
const page = await context.newPage()
const rows = []
try {
  await audit('start page', '/')
  await signIn(page, server.accounts.intake)
  await audit('work list', '/work')
  rows.push({ page: 'work list', ...(await firstView('/work', '.data-table tbody tr')) })

  const number = await caseAtHand()
  await change('intake')
  await longRecord(number)
  await audit('case', `/cases/${number}`)
  await change('review')
  await draft(number)
  await audit('desk, 500 pages', `/cases/${number}/desk`)
  rows.push({ page: 'desk, 500 pages', ...(await firstView(`/cases/${number}/desk`, '[data-criterion]')) })
  rows.push({ page: 'desk, 500 pages', ...(await places(number)) })
} finally {
  await context.close()
  await server.close()
  rmSync(folder, { recursive: true, force: true })
}
console.table(Object.fromEntries(rows.map(({ page: name, ...figures }, at) => [`${at + 1} ${name}`, figures])))

/** Somebody else at the same browser. */
async function change(role) {
  await context.clearCookies()
  await page.evaluate(() => localStorage.clear())
  await signIn(page, server.accounts[role])
}

/** What Lighthouse finds, with the session of the browser. */
async function audit(name, path) {
  tell(`Lighthouse on ${path}`)
  const flags = { port, output: 'html', logLevel: 'error', onlyCategories: categories, disableStorageReset: true }
  const runs = []
  for (let each = 0; each < Number(wanted.runs); ++each) runs.push(await lighthouse(`${server.base}${path}`, flags, desktopConfig))
  const speed = ({ lhr }) => lhr.categories.performance.score
  const { lhr, report } = runs.sort((one, other) => speed(other) - speed(one))[0]
  if (wanted.reports) {
    mkdirSync(wanted.reports, { recursive: true })
    writeFileSync(join(wanted.reports, `${name.replaceAll(/\W+/g, '-')}.html`), report)
  }
  const scores = Object.fromEntries(categories.map((id) => [id, Math.round(lhr.categories[id].score * 100)]))
  const times = Object.fromEntries(metrics.map((id) => [id, lhr.audits[id].displayValue]))
  rows.push({ page: name, ...scores, ...times, 'speed of the machine': lhr.environment.benchmarkIndex }) // about 1500 where nothing else runs
  const failed = categories.flatMap((id) => lhr.categories[id].auditRefs).filter(({ id, weight }) => weight > 0 && lhr.audits[id].score !== null && lhr.audits[id].score < 0.9)
  for (const { id } of failed) tell(`  ${name}: ${id}: ${lhr.audits[id].title} ${lhr.audits[id].displayValue ?? ''}`)
}

/** Five times: from the address to what one came for. */
async function firstView(path, wantedThere) {
  const times = []
  for (let each = 0; each < 5; ++each) {
    await page.goto('about:blank')
    const from = Date.now()
    await page.goto(path, { waitUntil: 'commit' })
    await page.locator(wantedThere).first().waitFor()
    times.push(Date.now() - from)
  }
  return { 'first view (ms)': times.sort((one, other) => one - other).join(' ') }
}

/** A case of the reviewer’s that still takes records. */
async function caseAtHand() {
  await change('review')
  const list = await page.evaluate(async () => (await (await fetch('/api/work?limit=50')).json()).rows)
  return list.find(({ state }) => state === 'in-review').case_number
}

async function longRecord(number) {
  tell('a record of 500 pages')
  await page.goto(`/cases/${number}`)
  await page.getByRole('button', { name: /^Receive records/ }).click()
  await page.getByLabel('Who sent them').selectOption('claims_administrator')
  const { name, content } = records.find(({ name: each }) => each.endsWith('.pdf'))
  await page.getByLabel('Files').setInputFiles({ name: name.split('/').at(-1), mimeType: 'application/pdf', buffer: content })
  await page.getByText('✓ sent').waitFor()
  const from = Date.now()
  await page.getByRole('button', { name: 'Receive the records' }).click()
  await page.getByText('One record was received.').waitFor()
  tell(`  received and read in ${Date.now() - from} ms`)
}

/** The draft anew, now that there is more to read. */
async function draft(number) {
  await page.goto(`/cases/${number}`)
  const from = Date.now()
  const status = await page.evaluate(async (path) => {
    const { csrf } = await (await fetch('/api/session')).json()
    return (await fetch(path, { method: 'POST', headers: { 'X-CSRF-Token': csrf } })).status
  }, `/api/cases/${number}/draft`)
  tell(`  draft prepared (${status}) in ${Date.now() - from} ms`)
}

/** Ten places one after another, from the click to the marks on the picture of the page. */
async function places(number) {
  await page.goto(`/cases/${number}/desk`)
  const times = []
  const shown = () => page.evaluate(async () => {
    const rowsWithPlaces = [...document.querySelectorAll('[data-criterion]')].filter((row) => /place/.test(row.textContent))
    const before = location.href
    const from = performance.now()
    rowsWithPlaces[0].click()
    await new Promise((resolve) => {
      const look = () => (location.href !== before && document.querySelector('[data-shown]') && (document.querySelector('.page-picture canvas') ?? document.querySelector('mark[data-shown]')) ? resolve() : requestAnimationFrame(look))
      requestAnimationFrame(look)
    })
    return Math.round(performance.now() - from)
  })
  await page.locator('[data-criterion]').first().waitFor()
  await page.waitForLoadState('networkidle')
  for (let each = 0; each < 10; ++each) {
    times.push(await shown())
    await page.waitForTimeout(500) // a reader looks
  }
  return { 'place shown (ms)': times.join(' ') }
}

function freePort() {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port: free } = probe.address()
      probe.close(() => resolve(free))
    })
  })
}
