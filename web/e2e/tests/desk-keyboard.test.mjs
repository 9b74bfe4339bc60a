// A case from the offer to the signature with the keyboard alone; at full size, and at 200 % with half the room.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { axe } from '../harness/axe.mjs'
import { tabTo } from '../harness/keys.mjs'
import { shot } from '../harness/shot.mjs'
import { atDesk, item } from '../mock-desk/at-desk.mjs'

const press = async (page, button) => {
  await tabTo(page, { button })
  await page.keyboard.press('Enter')
}

async function fromOfferToSignature(page, c) {
  await page.getByRole('heading', { name: `You are asked to review case ${c.number}` }).waitFor()
  await tabTo(page, '#attested')
  await page.keyboard.press('Space')
  await press(page, 'Accept the case')
  await item(page)
  for (const [key, name] of [['1', /Soma/], ['2', /Norco/], ['3', /Klonopin/]]) {
    await page.keyboard.press(key)
    await item(page, name)
    await page.keyboard.press('j')
    await page.keyboard.press('Enter')
    await page.locator('[data-shown]').first().waitFor()
    await tabTo(page, '#own-Upheld')
    await page.keyboard.press('Space')
    await press(page, 'Record my finding')
    await page.getByText('The draft proposes').waitFor()
    await page.keyboard.press('j')
    await page.keyboard.press('a')
    await page.getByText('✓ accepted').first().waitFor()
    await tabTo(page, '#decision-Upheld')
    await page.keyboard.press('Space')
    await tabTo(page, '#rationale')
    await page.keyboard.type('j and k are letters here; 11 months are too long.')
    await press(page, 'Record my decision')
    await page.getByText('Recorded: Upheld').waitFor()
  }
  assert.ok(c.items.every(({ decided }) => decided.rationale === 'j and k are letters here; 11 months are too long.'))
  await press(page, 'Submit to quality…')
  await tabTo(page, '#summary')
  await press(page, 'Submit')
  await page.getByText('the quality check reads the determination').waitFor()
  c.state = 'to-sign'
  c.version += 1
  await page.reload()
  await page.getByRole('button', { name: 'Sign…' }).waitFor()
  await press(page, 'Sign…')
  await tabTo(page, '#sign-password')
  await page.keyboard.type('reviewer-password')
  await page.keyboard.press('Enter')
  await page.getByRole('link', { name: 'The signed letter (PDF)' }).waitFor()
  assert.equal(c.signed, true)
}

test('from the offer to the signature by keyboard alone, what has the focus always in sight', async () => {
  const { page, c } = await atDesk('reviewer-proposed')
  await fromOfferToSignature(page, c)
  assert.deepEqual(page.complaints, [])
})

test('the same at 200 %', async () => {
  const { page, c } = await atDesk('reviewer-proposed')
  await page.setViewportSize({ width: 720, height: 450 }) // 1440 by 900, twice as large
  await fromOfferToSignature(page, c)
})

test('at 200 % the pages of a record are turned and words found by keys, and nothing is cut', async () => {
  const { page } = await atDesk()
  await page.setViewportSize({ width: 720, height: 450 })
  await item(page)
  await page.keyboard.press('j')
  await page.keyboard.press('Enter')
  await page.waitForURL(/page=400/)
  await page.keyboard.press(']')
  await page.waitForURL(/page=401/)
  await page.keyboard.press('/')
  await page.getByLabel('Find in this document').waitFor()
  await page.keyboard.type('stopped soma')
  await page.getByText('1 place found · 500 of 500').waitFor({ timeout: 240_000 }) // 500 pages are fetched
  await page.keyboard.press('Enter')
  await page.waitForURL(/page=492/)
  await page.keyboard.press('Escape')
  const cut = await page.evaluate(() => [...document.querySelectorAll('.desk button, .desk h2, .desk h3, .desk p, .signing *')]
    .filter((each) => each.getBoundingClientRect().width > 0 && each.scrollWidth > each.clientWidth + 1 && getComputedStyle(each).overflowX !== 'visible' && getComputedStyle(each).textOverflow !== 'ellipsis' && !each.classList.contains('usa-sr-only'))
    .map((each) => each.outerHTML.slice(0, 120)))
  assert.deepEqual(cut, [])
  await axe(page)
  await shot(page, 'desk-200', { fullPage: false })
})
