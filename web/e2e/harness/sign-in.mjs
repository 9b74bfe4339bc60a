/**
 * Signs an account in by the form and waits for the page it leads to. `account` is { account, password, code? }; `code`
 * may be a function, so that it is as young as the server wants it.
 */
export async function signIn(page, { account, password, code }) {
  await page.goto('/sign-in')
  await page.getByLabel('Account', { exact: true }).fill(account)
  await page.getByLabel('Password', { exact: true }).fill(password)
  await page.getByRole('button', { name: 'Sign in' }).click()
  if (code !== undefined) {
    await page.getByLabel('One-time code').fill(typeof code === 'function' ? await code() : code)
    await page.getByRole('button', { name: 'Go on' }).click()
  }
  await page.getByRole('button', { name: 'Sign out' }).or(page.getByRole('button', { name: 'Menu' })).first().waitFor()
  await page.waitForURL((url) => url.pathname !== '/sign-in')
}

export async function signOut(page) {
  await page.getByRole('button', { name: 'Sign out' }).click()
  await page.getByRole('link', { name: 'Sign in' }).first().waitFor()
}
