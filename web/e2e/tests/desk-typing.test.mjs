// What is typed on the desk: reload, dropped network, two tabs, a case that changed meanwhile.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { axe } from '../harness/axe.mjs'
import { shot } from '../harness/shot.mjs'
import { atDesk, choose, item, recordOwn, saved, shown } from '../mock-desk/at-desk.mjs'

test('what was typed is there after a reload and in the address is where one was', async () => {
  const { page, c } = await atDesk()
  await page.keyboard.press('2')
  await page.getByRole('button', { name: /no longer than 2 to 3 weeks/ }).click()
  await page.waitForURL(/item=2.*page=400/)
  await recordOwn(page)
  await page.getByLabel('Rationale').fill('Eleven months are longer than three weeks.')
  await saved(page)
  await page.reload()
  await item(page, /Norco/)
  assert.equal(await page.getByLabel('Rationale').inputValue(), 'Eleven months are longer than three weeks.')
  await shown(page).waitFor()
  await page.keyboard.press('1')
  await item(page)
  await page.goBack()
  await item(page, /Norco/)
  assert.equal(c.notes.text.items.find(({ item: number }) => number === 2).rationale, 'Eleven months are longer than three weeks.')
})

test('without a connection nothing typed is lost, not even with the window', async () => {
  const { page, c } = await atDesk()
  await recordOwn(page)
  await page.route('**/notes', (route) => route.abort())
  await page.getByLabel('Rationale').fill('Typed on a train.')
  await page.getByText('Not saved: no connection.').waitFor()
  await axe(page)
  await shot(page, 'desk-offline', { fullPage: false })
  const next = await page.context().newPage()
  await page.close()
  await next.goto(`/cases/${c.number}/desk`)
  await next.getByText(/^Saved/).waitFor()
  assert.equal(await next.getByLabel('Rationale').inputValue(), 'Typed on a train.')
  assert.equal(c.notes.text.items[0].rationale, 'Typed on a train.')
})

test('two tabs: other fields are joined, the same field is a question that shows both', async () => {
  const { page: one, c } = await atDesk()
  await recordOwn(one)
  const two = await one.context().newPage()
  await two.goto(`/cases/${c.number}/desk`)
  await two.getByText('The draft proposes').waitFor()
  await one.getByLabel('Guidelines and studies').fill('MTUS (2009), page 29')
  await saved(one)
  await two.getByLabel('Rationale').fill('Of the second tab.')
  await saved(two)
  assert.equal(await two.getByLabel('Guidelines and studies').inputValue(), 'MTUS (2009), page 29')
  await one.getByLabel('Rationale').fill('Of the first tab.')
  const dialog = one.getByRole('dialog', { name: 'Another tab changed the same words' })
  await dialog.getByText('Of the second tab.').waitFor()
  await dialog.getByText('Of the first tab.').waitFor()
  await axe(one)
  await shot(one, 'desk-two-tabs', { fullPage: false })
  await dialog.getByRole('button', { name: 'Keep what is chosen' }).click()
  await saved(one)
  assert.equal(c.notes.text.items[0].rationale, 'Of the first tab.')
  assert.equal(c.notes.text.items[0].citation, 'MTUS (2009), page 29')
})

test('a desk that changed meanwhile is shown as it is, and nothing is decided by mistake', async () => {
  const { page, c } = await atDesk()
  await recordOwn(page)
  await choose(page, 'decision-Upheld')
  await page.getByLabel('Rationale').fill('Too long.')
  await saved(page)
  c.version += 1
  await page.getByRole('button', { name: 'Record my decision' }).click()
  await page.getByText('The case was changed meanwhile').waitFor()
  assert.equal(c.items[0].decided, null)
  await page.getByRole('button', { name: 'Record my decision' }).click()
  await page.getByText('Recorded: Upheld').waitFor()
})
