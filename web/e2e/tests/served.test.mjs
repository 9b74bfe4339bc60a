// Every role at the real server: its pages stand, axe-core finds nothing, the content policy refuses nothing.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { axe } from '../harness/axe.mjs'
import { withServer } from '../harness/pages.mjs'
import { printed, shot } from '../harness/shot.mjs'
import { signIn } from '../harness/sign-in.mjs'
import { madeCollection } from '../served/collection.mjs'
import { serve } from '../served/serve.mjs'

const here = withServer(() => serve({ options: ['--corpus', madeCollection()] }))

const settled = async (page) => {
  await page.getByRole('heading', { level: 1 }).first().waitFor()
  await page.waitForLoadState('networkidle')
}

async function visit(page, path, name) {
  await page.goto(path)
  await settled(page)
  assert.equal(await page.getByText('Page not found').count(), 0, path)
  await axe(page)
  await shot(page, `served-${name}`)
  assert.deepEqual(await printed(page), [], `${path} on paper`)
  assert.deepEqual(page.complaints, [], path)
}

/** The first case of a list of the API that `fits`. */
const firstCase = (page, list, fits = () => true) =>
  page.evaluate(async (path) => (await (await fetch(path)).json()).rows, list)
    .then((rows) => rows.find(fits).case_number)

test('nobody: what everyone may see', async () => {
  const page = await here.browser.newPage()
  await visit(page, '/', 'start')
  await visit(page, '/check', 'check')
  await visit(page, '/guidelines', 'guidelines')
  await visit(page, '/guidelines/carisoprodol', 'topic')
})

test('nobody: the published determinations, found, read, counted', async () => {
  const page = await here.browser.newPage()
  await visit(page, '/determinations?q=soma+spasm&where=decision:Upheld', 'determinations')
  assert.ok(await page.locator('.result mark').count() > 0)
  await page.locator('.result h3 a').first().click()
  await page.getByRole('heading', { name: 'CLINICAL CASE SUMMARY' }).waitFor()
  await visit(page, new URL(page.url()).pathname, 'determination')
  for (const by of ['drug', 'month', 'section']) await visit(page, `/statistics?by=${by}`, `statistics-${by}`)
  await page.getByText(/^Overturned: \d+ of \d+ decided items?, /).waitFor()
  await visit(page, '/statistics/periods?earlier=2014-01..2015-06&later=2015-07..2016-12', 'periods')
})

const pagesOf = {
  intake: ['/work', '/reports/volume', '/file'],
  assign: ['/work', '/assign', '/reviewers', '/reviewers/R-0001'],
  quality: ['/work'],
  issue: ['/work'],
  'medical-director': ['/work', '/reports/agreement', '/reports/timeliness', '/reports/outcomes', '/reports/consistency'],
}
for (const [role, paths] of Object.entries(pagesOf)) {
  test(`${role}: its pages, and a case of its list`, async () => {
    const page = await here.browser.newPage()
    await signIn(page, here.server.accounts[role])
    for (const path of paths) await visit(page, path, role + path.replaceAll('/', '-'))
    await visit(page, `/cases/${await firstCase(page, '/api/work')}`, `${role}-case`)
  })
}

for (const role of ['administrator', 'applicant']) {
  test(`${role}: their cases, and one of them`, async () => {
    const page = await here.browser.newPage()
    await signIn(page, here.server.accounts[role])
    await visit(page, '/my-cases', `${role}-cases`)
    await visit(page, `/cases/${await firstCase(page, '/api/my-cases')}`, `${role}-case`)
  })
}

test('the reviewer finds first, then sees the draft, and decides', async () => {
  const page = await here.browser.newPage()
  await signIn(page, here.server.accounts.review)
  await visit(page, '/work', 'review-work')
  const number = await firstCase(page, '/api/work', (row) => row.state === 'in-review')
  await visit(page, `/cases/${number}/desk`, 'desk')
  await page.getByText('Demo: everything here is invented').waitFor()
  assert.equal(await page.getByRole('button', { name: 'Record my decision' }).count(), 0)
  await page.locator('label[for$="Upheld"], label:has-text("Upheld")').first().click()
  await page.getByRole('button', { name: 'Record my finding' }).click()
  await page.getByRole('button', { name: 'Record my decision' }).waitFor()
  await axe(page)
  await shot(page, 'desk-found', { fullPage: false })
  await page.getByLabel('Rationale').fill('What I typed stays.')
  await page.getByText(/^Saved/).first().waitFor()
  await page.reload()
  await settled(page)
  assert.equal(await page.getByLabel('Rationale').inputValue(), 'What I typed stays.')
  assert.deepEqual(page.complaints, [])
})
