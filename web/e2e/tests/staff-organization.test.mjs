// Reviewers, the assignment of the day and the reports, against invented data.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { axe } from '../harness/axe.mjs'
import { reflows, shot } from '../harness/shot.mjs'
import { openPages } from '../mock-staff/open.mjs'

let pages
before(async () => void (pages = await openPages()))
after(() => pages?.close())

const focused = (page) => page.evaluate(() => document.activeElement?.id)

test('the list says who may review, and by which rule not', async () => {
  const { page } = await pages.as('assign', '/reviewers')
  await page.getByText('3 of 5 may review today.').waitFor()
  await page.getByText('Q-2: the licence ended on Jun 30, 2015').waitFor()
  await axe(page)
  assert.ok(await reflows(page))
  await shot(page, 'reviewers')
  await page.getByLabel('Find by id, specialty or state').fill('neurology ny')
  await page.waitForURL('**/reviewers?find=neurology+ny')
  assert.equal(await page.locator('tbody tr').count(), 1)
  assert.deepEqual(page.complaints, [])
})

test('a reviewer is changed as a form, and as data; what is wrong is named', async () => {
  const { page, backend } = await pages.as('assign', '/reviewers/r-004')
  await page.getByText('The licence ended on Jun 30, 2015.').waitFor()
  await axe(page)
  await shot(page, 'reviewer')
  await page.getByRole('button', { name: 'Change' }).click()
  await page.getByLabel('Cases a day').fill('many')
  await page.getByRole('button', { name: 'Keep' }).click()
  await page.getByRole('link', { name: 'Cases a day is a whole number from 0 to 100' }).click()
  assert.equal(await focused(page), 'reviewer-per_day')
  await axe(page)
  await shot(page, 'reviewer-form')
  await page.getByLabel('Cases a day').fill('5')
  await page.getByRole('button', { name: 'As data (JSON)' }).click()
  const json = page.getByLabel('As data (JSON)')
  const data = JSON.parse(await json.inputValue())
  assert.equal(data.capacity.per_day, 5)
  await json.fill('{ "id": ')
  await page.getByRole('button', { name: 'Keep' }).click()
  await page.getByRole('link', { name: /This is no JSON/ }).waitFor()
  await json.fill(JSON.stringify({ ...data, licences: [{ ...data.licences[0], until: null }] }))
  await shot(page, 'reviewer-data')
  await page.getByRole('button', { name: 'Keep' }).click()
  await page.getByText('Kept.').waitFor()
  assert.equal(backend.kept[0].licences[0].until, null)
  assert.equal(backend.kept[0].capacity.per_day, 5)
})

test('a new reviewer is entered, and one leaves after asking once more', async () => {
  const { page, backend } = await pages.as('assign', '/new-reviewer')
  await page.getByLabel('Id').fill('r-099')
  await page.getByLabel('Name').fill('Nova Invented')
  await page.getByLabel('Cases a day').fill('2')
  await page.getByLabel('Cases a week').fill('6')
  await page.getByRole('button', { name: 'Add one: Licences' }).click()
  const licence = page.getByRole('group', { name: 'Licences: 1' })
  await licence.getByLabel('Kind').selectOption('MD')
  await licence.getByLabel('State').selectOption('CA')
  await licence.getByLabel('Status').selectOption('active')
  await axe(page)
  await page.getByRole('button', { name: 'Keep' }).click()
  await page.waitForURL('**/reviewers/r-099')
  assert.deepEqual(backend.kept[0].licences, [{ type: 'MD', state: 'CA', status: 'active', number: null, from: null, until: null }])
  await page.getByRole('button', { name: 'The reviewer leaves…' }).click()
  const leave = page.getByRole('dialog').getByRole('button', { name: 'The reviewer leaves' })
  await leave.click()
  await page.getByText('Say why the reviewer leaves').waitFor()
  await axe(page)
  await page.getByLabel('Reason').fill('Retires.')
  await leave.click()
  await page.getByRole('dialog').waitFor({ state: 'hidden' })
  assert.ok(backend.asked.some(({ method, path, body }) => method === 'DELETE' && path === '/api/reviewers/r-099' && body.why === 'Retires.'))
})

test('the assignment is shown first, with reasons, and recorded when a person says so', async () => {
  const { page, backend } = await pages.as('assign', '/assign')
  await page.getByText('3 of 4 cases can be given to 5 reviewers on file.').waitFor()
  await page.getByText('no neurologist may review today').waitFor()
  assert.ok(backend.asked.filter(({ path }) => path === '/api/assignments').every(({ body }) => body.dry_run))
  await axe(page)
  assert.ok(await reflows(page))
  await shot(page, 'assign')
  await page.getByRole('button', { name: 'Propose all' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Propose all' }).click()
  await page.getByText('2 reviewers were asked.').waitFor()
  await page.getByText('given to somebody else meanwhile').waitFor()
  await axe(page)
  await shot(page, 'assign-done')
  assert.deepEqual(page.complaints, [])
})

for (const [which, says] of [
  ['timeliness', '89.9 % of 1,228 deadlines were kept in time; most were missed at “deliver the records, the notice being mailed”.'],
  ['volume', '455 cases arrived and 412 cases were determined.'],
  ['outcomes', 'Upheld: 90.5 % of 766 items that were decided.'],
  ['agreement', 'Two reviewers decided alike on 85.7 % of 28 items that both saw blind; beyond chance (kappa) 0.52.'],
]) {
  test(`the report ${which} says it in a sentence, draws it, and has the figures`, async () => {
    const { page } = await pages.as('quality', `/reports/${which}?month=2015-09`)
    await page.getByText(says).waitFor()
    await page.locator('.chart__picture svg').first().waitFor()
    if (which !== 'volume') await page.getByText('Small number: fewer than 30.').first().waitFor()
    await axe(page)
    assert.ok(await reflows(page))
    await shot(page, `report-${which}`)
    assert.deepEqual(page.complaints, [])
  })
}

test('the month stands in the address', async () => {
  const { page, backend } = await pages.as('quality', '/reports/volume')
  await page.getByRole('heading', { name: 'Volume' }).waitFor()
  await page.getByRole('button', { name: 'The month before' }).click()
  await page.waitForURL('**/reports/volume?month=2015-09')
  await page.getByLabel('Month', { exact: true }).selectOption('2015-07')
  await page.waitForURL('**/reports/volume?month=2015-07')
  assert.equal(await page.title(), 'Volume, July 2015 · OpenIMR')
  await page.getByRole('link', { name: 'Outcomes' }).click()
  await page.waitForURL('**/reports/outcomes?month=2015-07')
  assert.equal(backend.asked.at(-1).query.get('month'), '2015-07')
})

test('consistency: pairs decided differently, with what differs or that nothing does; the address has the conditions', async () => {
  const { page, backend } = await pages.as('medical-director', '/reports/timeliness')
  await page.getByRole('navigation', { name: 'Reports' }).getByRole('link', { name: 'Consistency' }).click()
  await page.getByText('2 pairs of items at least 70 % alike were decided differently; nothing in the record tells one of them apart.').waitFor()
  await page.getByText('The latest 200 of 1,204 published determinations were compared').waitFor()
  await page.getByText('No criterion that both were asked differs.').waitFor()
  await page.getByRole('row', { name: 'functional improvement with the drug met not documented' }).waitFor()
  assert.equal(await page.getByRole('link', { name: 'Read EX-903' }).getAttribute('href'), '/determinations/0000000000000903')
  await axe(page)
  assert.ok(await reflows(page))
  await shot(page, 'consistency')
  await page.getByLabel('At least alike').selectOption('90')
  await page.waitForURL('**/reports/consistency?least=90')
  await page.getByText('One pair of items at least 90 % alike was decided differently').waitFor()
  await page.goto('/reports/consistency?where=drug:tramadol')
  await page.getByText('No two items at least 70 % alike were decided differently.').waitFor()
  await axe(page)
  backend.refuse(({ path }) => path === '/api/reports/consistency', backend.problem(404, 'not_found', 'There is nothing here.', { detail: 'No collection of published determinations is set up here.' }))
  await page.goto('/reports/consistency')
  await page.getByRole('heading', { name: 'No collection of published determinations is set up here.' }).waitFor()
  const quality = await pages.as('quality', '/reports/timeliness')
  await quality.page.getByRole('link', { name: 'Volume' }).waitFor()
  assert.equal(await quality.page.getByRole('link', { name: 'Consistency' }).count(), 0)
})
