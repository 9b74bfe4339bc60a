// The case as each role of the staff sees it, and what they do with it, against invented cases.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { axe } from '../harness/axe.mjs'
import { reflows, shot } from '../harness/shot.mjs'
import { changed } from '../mock-staff/backend.mjs'
import { openPages } from '../mock-staff/open.mjs'

let pages
before(async () => void (pages = await openPages()))
after(() => pages?.close())

const heading = (page, name) => page.getByRole('heading', { name }).waitFor()
const act = (page, name) => page.getByRole('button', { name }).click()
const focused = (page) => page.evaluate(() => document.activeElement?.id || document.activeElement?.textContent)
const posted = ({ asked }, path) => asked.filter((each) => each.method !== 'GET' && each.path.endsWith(path))

test('intake: where the case stands, the rules and what they propose', async () => {
  const { page } = await pages.as('intake', '/cases/CM00-0000101')
  await heading(page, 'What you can do now')
  await page.getByText('By the rules the application is not eligible.').waitFor()
  await page.getByText('○ not known').waitFor()
  assert.equal(await page.title(), 'Case CM00-0000101 · OpenIMR')
  await axe(page)
  assert.ok(await reflows(page))
  await shot(page, 'case-intake')
  assert.deepEqual(page.complaints, [])
})

test('a deadline is told by word and shape, and drawn; the timeline has the section of each event', async () => {
  const { page } = await pages.as('medical-director', '/cases/CM00-0000103')
  await heading(page, 'What happened')
  await page.getByText('✕ overdue').first().waitFor()
  await page.getByText('◆ kept late').first().waitFor()
  await page.getByText('2 days late').first().waitFor()
  await page.getByText('The summary names no date for the first prescription.').waitFor()
  await page.getByText('8 CCR 9792.10.1(b)').waitFor()
  await page.getByText('Show the log').click()
  await page.getByText('The worker called about a missing page.').waitFor()
  await axe(page)
  await shot(page, 'case-director')
})

test('an act asks for what it needs, and the summary leads to the field', async () => {
  const { page, backend } = await pages.as('intake', '/cases/CM00-0000101')
  await act(page, /Decide that it is not/)
  assert.equal(await focused(page), 'act-heading')
  await page.getByRole('button', { name: 'Record it' }).click()
  await page.getByRole('link', { name: 'Say why' }).click()
  assert.equal(await focused(page), 'act-why')
  await axe(page)
  await page.getByText(/E-5: a copy/).click()
  await shot(page, 'case-act')
  await page.getByLabel('Reason', { exact: true }).fill('No decision is attached.')
  await page.getByRole('button', { name: 'Record it' }).click()
  await page.getByText('The case now: the application is not eligible.').waitFor()
  const [{ body, headers }] = posted(backend, '/events')
  assert.deepEqual(body, { event: 'eligibility-decided', what: { result: 'ineligible', reasons: ['E-5'] }, why: 'No decision is attached.' })
  assert.equal(headers['if-match'], '"2"')
})

test('where the case changed meanwhile, the new state is shown and what was typed stays', async () => {
  const { page, backend } = await pages.as('intake', '/cases/CM00-0000101')
  await act(page, /Ask a party for facts/)
  await page.getByLabel('Who is asked').selectOption('employee')
  await page.getByLabel('What is asked for').fill('On which day was the decision mailed?')
  changed(backend.cases['CM00-0000101'], { state: 'deferred' })
  await page.getByRole('button', { name: 'Record it' }).click()
  await page.getByText('It is now so: liability is disputed too').waitFor()
  await page.getByText('This can no longer be done with the case.').waitFor()
  assert.equal(await page.getByLabel('What is asked for').inputValue(), 'On which day was the decision mailed?')
  await axe(page)
  await shot(page, 'case-changed')
})

test('what the server finds wrong with a field stands at the field', async () => {
  const { page, backend } = await pages.as('intake', '/cases/CM00-0000101')
  backend.refuse(({ method, path }) => method === 'POST' && path.endsWith('/events'), backend.problem(422, 'wrong_use', 'The event is wrong.', { fields: [{ field: 'what.of', message: 'There is no such case.' }] }))
  await act(page, /application already/)
  await page.getByLabel('The case it repeats').fill('CM00-0009999')
  await page.getByRole('button', { name: 'Record it' }).click()
  await page.getByRole('link', { name: 'There is no such case.' }).click()
  assert.equal(await focused(page), 'act-of')
  await page.getByRole('button', { name: 'Cancel' }).click()
  assert.match(await focused(page), /application already/)
})

test('other kinds of fields: a party, an item, a priority, and a day in the past', async () => {
  const { page, backend } = await pages.as('intake', '/cases/CM00-0000101')
  await act(page, /Learn of another claims administrator/)
  await page.getByLabel('Role').selectOption('claims_administrator')
  await page.getByLabel('Name').fill('Another Invented Administrator')
  await page.getByText('It happened earlier').click()
  await page.getByLabel('Day').fill('2015-10-01')
  await shot(page, 'case-act-party')
  await page.getByRole('button', { name: 'Record it' }).click()
  await page.getByText('Done: learn of another claims administrator.').waitFor()
  await act(page, /Make a regular case expedited/)
  await page.getByLabel('Priority', { exact: true }).selectOption('expedited')
  await page.getByLabel('Reason', { exact: true }).fill('A physician certified the threat.')
  await page.getByRole('button', { name: 'Record it' }).click()
  await page.getByText('Done: make a regular case').waitFor()
  await act(page, /End the review of one item/)
  await page.getByLabel('Disputed item', { exact: true }).selectOption({ index: 2 })
  await page.getByLabel('Reason', { exact: true }).fill('Authorized on Oct 12.')
  await page.getByRole('button', { name: 'Record it' }).click()
  await page.getByText('Done: end the review of one item').waitFor()
  assert.deepEqual(posted(backend, '/events').map(({ body: { event, what, on, why } }) => ({ event, what, on, why })), [
    { event: 'administrator-changed', what: { to: { role: 'claims_administrator', name: 'Another Invented Administrator' } }, on: '2015-10-01', why: undefined },
    { event: 'priority-changed', what: { priority: 'expedited' }, on: undefined, why: 'A physician certified the threat.' },
    { event: 'item-ended', what: { item: 2 }, on: undefined, why: 'Authorized on Oct 12.' },
  ])
})

test('records are sent piece by piece, and go on after the connection was lost', async () => {
  const { page, backend } = await pages.as('intake', '/cases/CM00-0000101')
  await act(page, /Receive records/)
  await page.getByLabel('Who sent them').selectOption('claims_administrator')
  const piece = 2 * 1024 * 1024
  let patches = 0
  backend.refuse(({ method }) => method === 'PATCH' && ++patches === 2, 'abort')
  await page.getByLabel('Files').setInputFiles({ name: 'records of the invented.pdf', mimeType: 'application/pdf', buffer: Buffer.alloc(piece * 2 + 500, 65) })
  await page.getByText('The connection was lost.').waitFor()
  await page.getByText('49 % sent').waitFor()
  await axe(page)
  await shot(page, 'case-upload')
  await page.getByRole('button', { name: 'Receive the records' }).click()
  await page.getByRole('link', { name: /Wait until all files are sent/ }).waitFor()
  await page.getByRole('button', { name: 'Go on', exact: true }).click()
  await page.getByText('✓ sent').waitFor()
  await page.getByRole('button', { name: 'Receive the records' }).click()
  await page.getByText('One record was received.').waitFor()
  await page.getByRole('link', { name: 'records of the invented.pdf' }).waitFor()
  const offsets = backend.asked.filter(({ method }) => method === 'PATCH').map(({ headers }) => Number(headers['upload-offset']))
  assert.deepEqual(offsets, [0, piece, piece, 2 * piece])
})

test('a notice: which, to whom, and what the case does not know', async () => {
  const { page, backend } = await pages.as('intake', '/cases/CM00-0000101')
  await act(page, /Send a party a notice/)
  await page.getByLabel('Which notice').selectOption('question')
  await page.getByText('Wes Invented-0042, employee').click()
  await page.getByLabel(/What a party is asked/).fill('On which day was the decision mailed?')
  await axe(page)
  await shot(page, 'case-notice')
  await page.getByRole('button', { name: 'Send' }).click()
  await page.getByText('Done: send a party a notice.').waitFor()
  assert.deepEqual(posted(backend, '/notices')[0].body, { notice: 'question', facts: { questions: 'On which day was the decision mailed?' }, to: ['employee'] })
})

test('whoever has no part in a case says why before a record opens', async () => {
  const { page, backend } = await pages.as('assign', '/cases/CM00-0000102')
  await page.getByRole('link', { name: 'PR-2 2015-08-19.pdf' }).click()
  await page.getByRole('dialog').waitFor()
  await page.getByRole('button', { name: 'Open the case' }).click()
  await page.getByText('Say why, in at least ten characters').waitFor()
  await axe(page)
  await shot(page, 'case-glass', { fullPage: false })
  await page.getByLabel('Why you need to see it').fill('The worker called about a missing page.')
  const opened = page.waitForEvent('popup')
  await page.getByRole('button', { name: 'Open the case' }).click()
  assert.match((await opened).url(), /documents\/2{64}$|^about:blank$|^$/)
  assert.deepEqual(posted(backend, '/break-glass')[0].body, { why: 'The worker called about a missing page.' })
  assert.equal(await page.getByRole('dialog').count(), 0)
})

test('quality reads the letter and what it lacks, and returns it with the reason', async () => {
  const { page, backend } = await pages.as('quality', '/cases/CM00-0000103')
  await page.getByText('The guideline that was used is not named.').waitFor()
  await axe(page)
  await shot(page, 'case-quality')
  await act(page, /Return it to the reviewer/)
  await page.getByLabel('Reason', { exact: true }).fill('Name the guideline.')
  await page.getByRole('button', { name: 'Record it' }).click()
  await page.getByText('The case now: the expert reviewer decides.').waitFor()
  assert.equal(posted(backend, '/events')[0].body.why, 'Name the guideline.')
})

test('issue serves and invoices; a reviewer is sent to the desk; access is granted to a party', async () => {
  const issue = await pages.as('issue', '/cases/CM00-0000104')
  await act(issue.page, /Serve the determination on a party/)
  await act(issue.page, 'Serve the determination')
  await issue.page.getByText('Done: serve the determination on a party.').waitFor()
  await shot(issue.page, 'case-issue')
  const review = await pages.as('review', '/cases/CM00-0000102')
  assert.equal(await review.page.getByRole('link', { name: 'Open the desk' }).getAttribute('href'), '/cases/CM00-0000102/desk')
  assert.equal(await review.page.getByRole('button', { name: /own finding/ }).count(), 0)
  await axe(review.page)
  const intake = await pages.as('intake', '/cases/CM00-0000101')
  await intake.page.getByLabel('Account of the party').fill('nobody')
  await act(intake.page, 'Grant access')
  await intake.page.getByText('There is no account of this name.').waitFor()
  await intake.page.getByLabel('Account of the party').fill('wes')
  await act(intake.page, 'Grant access')
  await intake.page.getByText('“wes” can see this case now.').waitFor()
})

test('where no way of service was agreed on with a party, it is said for all', async () => {
  const { page, backend } = await pages.as('issue', '/cases/CM00-0000104')
  const { read } = backend.cases['CM00-0000104']
  read.parties = read.parties.map((party) => ({ ...party, by: null }))
  await page.reload()
  await act(page, /Serve the determination on a party/)
  await act(page, 'Serve the determination')
  await page.getByRole('link', { name: 'Choose: How it is sent' }).click()
  assert.equal(await focused(page), 'act-by')
  await axe(page)
  await page.getByLabel('How it is sent').selectOption('mail')
  await act(page, 'Serve the determination')
  await page.getByText('Done: serve the determination on a party.').waitFor()
  assert.deepEqual(posted(backend, '/service').map(({ body }) => body), [{ by: 'mail' }])
})

test('the page is read at 200 % and printed without what only a screen needs', async () => {
  const { page } = await pages.as('intake', '/cases/CM00-0000102')
  await heading(page, 'What happened')
  assert.ok(await reflows(page, 720))
  await page.emulateMedia({ media: 'print' })
  assert.equal(await page.getByRole('heading', { name: 'What you can do now' }).isVisible(), false)
})

test('nothing moves while a case comes', async () => {
  for (const [role, number] of [['intake', 'CM00-0000101'], ['quality', 'CM00-0000103']]) {
    const { page } = await pages.as(role, `/cases/${number}`)
    await page.getByRole('heading', { name: 'What happened' }).waitFor()
    await page.waitForLoadState('networkidle')
    assert.ok((await page.evaluate(moved)) < 0.01, role)
  }
})

/** In the page: how far things moved that nobody touched (CLS). */
const moved = () => new Promise((resolve) => {
  let sum = 0
  new PerformanceObserver((list) => list.getEntries().forEach(({ value, hadRecentInput }) => void (sum += hadRecentInput ? 0 : value))).observe({ type: 'layout-shift', buffered: true })
  setTimeout(() => resolve(sum), 300)
})
