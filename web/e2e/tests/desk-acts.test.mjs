// What the reviewer does at the desk: take the case, decide, submit, sign.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { axe } from '../harness/axe.mjs'
import { shot } from '../harness/shot.mjs'
import { atDesk, choose, item, recordOwn } from '../mock-desk/at-desk.mjs'

test('the draft’s words can be taken, are changed, and keep their marks; then decided, submitted', async () => {
  const { page, c } = await atDesk()
  await page.getByRole('button', { name: 'Submit to quality…' }).click()
  await page.getByText('Decide items 1, 2, 3 first.').waitFor()
  assert.equal(await page.getByRole('dialog').count(), 0)
  await page.evaluate(() => document.activeElement?.blur())
  for (const number of [1, 2, 3]) {
    await page.keyboard.press(String(number))
    await recordOwn(page)
    await choose(page, 'decision-Upheld')
    await page.getByRole('button', { name: 'Use the draft’s words' }).click()
    await page.getByLabel('Rationale').press('End')
    await page.getByLabel('Rationale').pressSequentially(' I agree.')
    await page.getByText('Your sentences and where they stand').click()
    await page.getByRole('button', { name: 'Mark 1: PR-2, Sep 9, 2014, p. 400' }).last().click()
    await page.waitForURL(/page=400/)
    await page.getByRole('button', { name: 'Record my decision' }).click()
    await page.getByText('Recorded: Upheld').waitFor()
    await page.evaluate(() => document.activeElement?.blur())
  }
  assert.match(c.items[2].decided.rationale, /longer than 2 to 3 weeks\..*I agree\./s)
  await page.getByText('3 of 3 items decided').waitFor()
  await axe(page)
  await shot(page, 'desk-decided', { fullPage: false })
  await page.getByRole('button', { name: 'Submit to quality…' }).click()
  assert.match(await page.getByLabel('Clinical summary').inputValue(), /^The patient is a 45-year-old man/)
  await axe(page)
  await shot(page, 'desk-submit', { fullPage: false })
  await page.getByRole('button', { name: 'Submit', exact: true }).click()
  await page.getByText('the quality check reads the determination').waitFor()
  assert.equal(c.state, 'in-quality')
})

test('signing warns, asks for the password again, and leads to the letter', async () => {
  const { page, c } = await atDesk('to-sign')
  await page.getByRole('button', { name: 'Sign…' }).click()
  await page.getByText('A signature is final.').waitFor()
  await axe(page)
  await shot(page, 'desk-sign', { fullPage: false })
  await page.getByLabel('Your password, once more').fill('wrong')
  await page.keyboard.press('Enter')
  await page.getByText('The password is wrong.').waitFor()
  assert.equal(c.signed, false)
  await page.getByLabel('Your password, once more').fill('reviewer-password')
  await page.keyboard.press('Enter')
  const letter = page.getByRole('link', { name: 'The signed letter (PDF)' })
  await letter.waitFor()
  assert.match(await letter.getAttribute('href'), new RegExp(`/api/cases/${c.number}/documents/[0-9a-f]{64}$`))
})

test('a case that is offered is accepted with an attestation, or given back with a reason', async () => {
  const { page, c } = await atDesk('reviewer-proposed')
  await page.getByRole('heading', { name: `You are asked to review case ${c.number}` }).waitFor()
  await page.getByText('Dr. Pat Example').waitFor()
  await axe(page)
  await shot(page, 'desk-offer')
  await page.getByRole('button', { name: 'Give the case back' }).click()
  await page.getByText('Say why, in a few words.').waitFor()
  await page.getByRole('button', { name: 'Accept the case' }).click()
  await page.getByText('Attest it, or give the case back.').waitFor()
  await choose(page, 'attested')
  await page.getByRole('button', { name: 'Accept the case' }).click()
  await item(page)
  assert.equal(c.state, 'in-review')
})

test('without a draft it can be prepared', async () => {
  const { page } = await atDesk('in-review', { draft: false })
  await page.getByText('No draft has been prepared').waitFor()
  await axe(page)
  await shot(page, 'desk-no-draft', { fullPage: false })
  await page.getByRole('button', { name: 'Prepare the draft' }).click()
  await page.getByText('Your own finding first').waitFor()
})
