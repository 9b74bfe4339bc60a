// The pages of the parties: their cases, one case, records on their way.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { axe } from '../harness/axe.mjs'
import { builtPages, withServer } from '../harness/pages.mjs'
import { reflows, shot } from '../harness/shot.mjs'
import { signIn } from '../harness/sign-in.mjs'
import { pdf } from '../mock-public/pdf.mjs'
import { mockPublic } from '../mock-public/public.mjs'
import { known } from '../mock/accounts.mjs'
import { startMock } from '../mock/server.mjs'

const here = withServer(() => startMock(builtPages))

async function open(address) {
  const page = await here.browser.newPage()
  const state = await mockPublic(page)
  await signIn(page, known('worker'))
  await page.goto(address)
  return { page, state }
}
const heading = (page, name) => page.getByRole('heading', { level: 1, name }).waitFor()
const records = (name, bytes) => ({ name, mimeType: 'application/pdf', buffer: pdf(3, bytes) })

test('the cases of a party: what goes on, then what has ended', async () => {
  const { page } = await open('/my-cases')
  await page.getByRole('heading', { name: 'Open 2' }).waitFor()
  await page.getByRole('heading', { name: 'Ended 1' }).waitFor()
  await axe(page)
  assert.ok(await reflows(page))
  await shot(page, 'my-cases')
  await page.getByRole('link', { name: 'CM00-0000000' }).click()
  await heading(page, 'Case CM00-0000000')
  assert.deepEqual(page.complaints, [])
})

test('without a case the page says what to do', async () => {
  const { page, state } = await open('/my-cases')
  state.mine = []
  await page.reload()
  await page.getByText('You have no case yet.').waitFor()
  await axe(page)
  await shot(page, 'my-cases-none')
})

test('a case says in plain words how it stands, what comes next and by when', async () => {
  const { page } = await open('/cases/CM00-0000000')
  await page.getByText('The records are being collected.').waitFor()
  await page.getByText('in 2 days').waitFor()
  assert.match(await page.locator('[aria-current=step]').innerText(), /^Records\s+now$/)
  const notice = page.getByRole('listitem').filter({ hasText: 'Notice of assignment and request for information' })
  assert.equal(await notice.count(), 1)
  await notice.getByText('to: employee, employee’s attorney, claims administrator').waitFor()
  assert.equal(await notice.getByRole('link', { name: 'PDF' }).getAttribute('href'), `/api/cases/CM00-0000000/documents/${'b'.repeat(64)}`)
  await page.getByText('The notice of assignment was sent').waitFor()
  await page.getByText('Application received').waitFor()
  await axe(page)
  assert.ok(await reflows(page))
  await shot(page, 'party-case')
  await page.emulateMedia({ media: 'print' })
  assert.equal(await page.getByRole('link', { name: 'Send records' }).isVisible(), false)
  assert.deepEqual(page.complaints, [])
})

test('a decided case shows the decision on each treatment, and its letter', async () => {
  const { page } = await open('/cases/EX-100-2')
  await page.getByRole('heading', { name: 'The decision' }).waitFor()
  await page.getByText('Overturned.').waitFor()
  await page.getByText('The denial is set aside: the treatment is medically necessary.').waitFor()
  await axe(page)
  await shot(page, 'party-case-decided')
})

test('a question is answered where the acts allow it, from the party that the answer comes from', async () => {
  const { page, state } = await open('/cases/EX-100')
  await page.getByText('1 day late').waitFor()
  await page.getByRole('button', { name: 'Answer the question' }).click()
  assert.equal(await page.evaluate(() => document.activeElement?.textContent), 'Answer the question')
  await page.getByRole('button', { name: 'Send', exact: true }).click()
  await page.getByRole('alert').getByText('Fill in: Your answer').waitFor()
  await axe(page)
  await shot(page, 'party-answer')
  await page.getByLabel('Who is answering?').selectOption({ label: 'Ann Attorney-Invented (employee’s attorney)' })
  await page.getByLabel('Your answer').fill('The letter came on Aug 28, 2015.')
  state.cases['EX-100'].version = 8
  await page.getByRole('button', { name: 'Send', exact: true }).click()
  await page.getByRole('alert').getByText('Something happened in this case meanwhile.').waitFor()
  assert.equal(await page.getByLabel('Your answer').inputValue(), 'The letter came on Aug 28, 2015.')
  await page.getByRole('button', { name: 'Send', exact: true }).click()
  await page.getByText('Thank you. It was received.').waitFor()
  await page.getByText('The office checks the application.').waitFor()
  assert.deepEqual(state.events, [{ event: 'information-received', why: 'The letter came on Aug 28, 2015.', what: { from: 'employee_attorney' } }])
})

test('records go in pieces, with their pages counted, and become records of the case', async () => {
  const { page, state } = await open('/cases/CM00-0000000/upload')
  await heading(page, 'Send records')
  state.losses = ['report.pdf, page 2: no words could be read']
  await page.getByLabel('Choose files').setInputFiles([records('denial.pdf', 1_500_000), records('report.pdf', 300_000)])
  await page.getByText('2 files, 6 pages').waitFor()
  await axe(page)
  await shot(page, 'upload-chosen')
  await page.getByRole('button', { name: 'Send 2 files' }).click()
  await page.getByRole('heading', { name: '2 records were received' }).waitFor()
  await page.getByText('report.pdf, page 2: no words could be read').waitFor()
  assert.deepEqual(state.received.map(({ name, offset, size }) => [name, offset === size && size > 300_000]), [['denial.pdf', true], ['report.pdf', true]])
  await axe(page)
  await shot(page, 'upload-received')
  assert.deepEqual(page.complaints, [])
})

test('a connection lost in the middle costs nothing: the server says where to go on', async () => {
  const { page, state } = await open('/cases/CM00-0000000/upload')
  const losses = [null, 'after', 'before', 'before', null]
  let pieces = 0
  state.lose = () => losses[pieces++] ?? null
  await page.getByLabel('Choose files').setInputFiles(records('long.pdf', 3_500_000))
  await page.getByRole('button', { name: 'Send 1 file' }).click()
  await page.getByText('The connection is lost.', { exact: false }).waitFor()
  await axe(page)
  await shot(page, 'upload-paused')
  await page.getByRole('heading', { name: '1 record was received' }).waitFor()
  const [{ offset, size }] = state.received
  assert.equal(offset, size)
  assert.equal(state.uploads.size, 1)
  assert.ok(pieces >= 6)
})

test('after a reload the same file goes on where it stopped', async () => {
  const { page, state } = await open('/cases/CM00-0000000/upload')
  let pieces = 0
  state.lose = () => (++pieces > 2 ? 'before' : null)
  const path = `/tmp/openimr-upload-${process.pid}.pdf`
  const { rm, writeFile } = await import('node:fs/promises')
  await writeFile(path, pdf(3, 3_500_000))
  try {
    await page.getByLabel('Choose files').setInputFiles(path)
    await page.getByRole('button', { name: 'Send 1 file' }).click()
    await page.getByText('The connection is lost.', { exact: false }).waitFor()
    await page.reload()
    state.lose = () => null
    await page.getByLabel('Choose files').setInputFiles(path)
    await page.getByRole('button', { name: 'Send 1 file' }).click()
    await page.getByRole('heading', { name: '1 record was received' }).waitFor()
    assert.equal(state.uploads.size, 1)
  } finally {
    await rm(path)
  }
})

test('sending can be stopped and taken up again; empty files are refused', async () => {
  const { page, state } = await open('/cases/CM00-0000000/upload')
  await page.getByLabel('Choose files').setInputFiles([{ name: 'empty.pdf', mimeType: 'application/pdf', buffer: Buffer.alloc(0) }, records('long.pdf', 3_000_000)])
  await page.getByText('empty.pdf is empty. Choose another file.').waitFor()
  let pieces = 0
  state.lose = () => (++pieces > 1 ? 'before' : null)
  await page.getByRole('button', { name: 'Send 1 file' }).click()
  await page.getByText('The connection is lost.', { exact: false }).waitFor()
  await page.getByRole('button', { name: 'Stop' }).click()
  await page.getByText('Sending was stopped.', { exact: false }).waitFor()
  await axe(page)
  await shot(page, 'upload-stopped')
  state.lose = () => null
  await page.getByRole('button', { name: 'Try again' }).click()
  await page.getByRole('heading', { name: '1 record was received' }).waitFor()
  assert.equal(state.uploads.size, 1)
})
