// What stands around every page: start, sign-in, not found, the menu, the session's end. Against the mock server.
import assert from 'node:assert/strict'
import { readFile, stat } from 'node:fs/promises'
import { test } from 'node:test'
import { axe } from '../harness/axe.mjs'
import { builtPages, withServer } from '../harness/pages.mjs'
import { reflows, shot } from '../harness/shot.mjs'
import { signIn, signOut } from '../harness/sign-in.mjs'
import { known } from '../mock/accounts.mjs'
import { startMock } from '../mock/server.mjs'

const here = withServer(() => startMock(builtPages))

const heading = (page, name) => page.getByRole('heading', { level: 1, name }).waitFor()
const focused = (page) => page.evaluate(() => document.activeElement?.textContent)

test('the start page says what this is, asks nothing of the server, and reads well at every width', async () => {
  const page = await here.browser.newPage()
  await page.goto('/')
  await heading(page, 'Independent Medical Review')
  assert.equal(await page.title(), 'Independent Medical Review · OpenIMR')
  await axe(page)
  assert.ok(await reflows(page))
  await shot(page, 'start')
  assert.deepEqual(page.complaints, [])
})

test('what comes before the first page is small, and no font comes with it', async () => {
  const html = await readFile(`${builtPages}/index.html`, 'utf8')
  const sizes = { js: 0, css: 0 }
  for (const [, name, kind] of html.matchAll(/(?:src|href)="(\/assets\/[^"]+\.(js|css))"/g)) {
    sizes[kind] += (await stat(`${builtPages}${name}.gz`)).size
    if (kind === 'css') assert.doesNotMatch(await readFile(builtPages + name, 'utf8'), /@font-face/)
  }
  assert.ok(sizes.js > 0 && sizes.js < 150_000, `${sizes.js} bytes of script`)
  assert.ok(sizes.css > 0 && sizes.css < 60_000, `${sizes.css} bytes of style`)
})

test('no page is at an unknown address, and the page says so', async () => {
  const page = await here.browser.newPage()
  await page.goto('/nowhere')
  await heading(page, 'Page not found')
  await axe(page)
  await shot(page, 'not-found')
  assert.deepEqual(page.complaints, [])
})

test('an account without a second factor signs in, and out', async () => {
  const page = await here.browser.newPage()
  await signIn(page, known('worker'))
  await page.goto('/')
  await page.getByText('You are signed in as Wes Invented.').waitFor()
  await axe(page)
  await shot(page, 'start-signed-in')
  await signOut(page)
  assert.deepEqual(page.complaints, [])
})

test('where the server asks for it, the code comes on a page of its own', async () => {
  const page = await here.browser.newPage()
  await page.goto('/sign-in')
  await page.getByRole('heading', { level: 1 }).waitFor()
  await axe(page)
  await shot(page, 'sign-in')
  const { account, password, code } = known('reviewer')
  await page.getByLabel('Account', { exact: true }).fill(account)
  await page.getByLabel('Password', { exact: true }).fill(password)
  await page.keyboard.press('Enter')
  await heading(page, 'Enter the code')
  await axe(page)
  await shot(page, 'sign-in-code')
  await page.getByLabel('One-time code').fill('999999')
  await page.keyboard.press('Enter')
  await page.getByRole('alert').getByText('The code is wrong. Enter the newest one.').waitFor()
  await page.getByLabel('One-time code').fill(code)
  await page.keyboard.press('Enter')
  await page.getByText('Dr. Rhea Invented').waitFor()
})

test('what is missing or wrong in the form stands at its top, with the focus, and leads to the field', async () => {
  const page = await here.browser.newPage()
  await page.goto('/sign-in')
  await page.getByRole('button', { name: 'Sign in' }).click()
  const summary = page.getByRole('alert')
  await summary.getByRole('link', { name: 'Enter your account' }).waitFor()
  assert.match((await focused(page)) ?? '', /There is a problem/)
  await axe(page)
  await shot(page, 'sign-in-errors')
  await summary.getByRole('link', { name: 'Enter your password' }).click()
  assert.equal(await page.evaluate(() => document.activeElement?.id), 'password')
  await page.getByLabel('Account', { exact: true }).fill('worker')
  await page.getByLabel('Password', { exact: true }).fill('wrong')
  await page.keyboard.press('Enter')
  await summary.getByText('Account or password is wrong.').waitFor()
})

test('signing in leads back to where one was, and never to another site', async () => {
  for (const [to, path] of [['/guidelines/x?on=2015-01-01', '/guidelines/x'], ['//evil.example/', '/my-cases'], ['/\\evil.example', '/my-cases']]) {
    const page = await here.browser.newPage()
    await page.goto(`/sign-in?to=${encodeURIComponent(to)}`)
    const { account, password } = known('worker')
    await page.getByLabel('Account', { exact: true }).fill(account)
    await page.getByLabel('Password', { exact: true }).fill(password)
    await page.keyboard.press('Enter')
    await page.waitForURL((url) => url.pathname === path)
    assert.equal(new URL(page.url()).origin, here.server.base)
  }
})

test('after going to another page its heading has the focus and is announced', async () => {
  const page = await here.browser.newPage()
  await page.goto('/')
  await page.getByRole('link', { name: 'Sign in' }).first().click()
  await heading(page, 'Sign in')
  await page.waitForFunction(() => document.activeElement?.tagName === 'H1')
  await page.getByRole('status').filter({ hasText: 'Sign in · OpenIMR' }).waitFor({ state: 'attached' })
  await page.goBack()
  await page.waitForFunction(() => document.activeElement?.textContent === 'Independent Medical Review')
})

test('the first stop of the keyboard leads past the header', async () => {
  const page = await here.browser.newPage()
  await page.goto('/')
  await heading(page, 'Independent Medical Review')
  await page.keyboard.press('Tab')
  assert.equal(await focused(page), 'Skip to the main content')
  await page.keyboard.press('Enter')
  assert.equal(await page.evaluate(() => document.activeElement?.id), 'main')
})

test('before an idle session ends the page asks, and a request keeps it', async () => {
  const page = await here.browser.newPage()
  await signIn(page, known('brief'))
  const dialog = page.getByRole('dialog', { name: 'Are you still there?' })
  await dialog.waitFor()
  await axe(page)
  await shot(page, 'idle', { fullPage: false })
  await page.evaluate(() => localStorage.setItem('openimr.heard', String(Date.now() - 119_000)))
  await page.getByRole('link', { name: 'Sign in' }).first().waitFor()
  assert.equal(await dialog.isVisible(), false)
})

test('the menu of a narrow screen opens, and Escape closes it', async () => {
  const page = await here.browser.newPage({ viewport: { width: 390, height: 844 } })
  await page.goto('/')
  const button = page.getByRole('button', { name: 'Menu' })
  await button.click()
  await page.getByRole('banner').getByRole('link', { name: 'Sign in' }).waitFor()
  await axe(page)
  await page.keyboard.press('Escape')
  await button.waitFor()
  assert.equal(await page.getByRole('banner').getByRole('link', { name: 'Sign in' }).isVisible(), false)
})

test('printed, a page has neither header nor footer', async () => {
  const page = await here.browser.newPage()
  await page.goto('/')
  await heading(page, 'Independent Medical Review')
  await page.emulateMedia({ media: 'print' })
  assert.equal(await page.getByRole('banner').isVisible(), false)
  assert.equal(await page.getByRole('contentinfo').isVisible(), false)
})
