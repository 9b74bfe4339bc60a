// A page on the desk of an invented case, for the tests of the desk.
import { builtPages, withServer } from '../harness/pages.mjs'
import { signIn } from '../harness/sign-in.mjs'
import { known } from '../mock/accounts.mjs'
import { startDesk } from './server.mjs'

const here = withServer(() => startDesk(builtPages))

let cases = 0
/** A page signed in as the reviewer, on the desk of a new case in a state; `c` is the case as the server has it. */
export async function atDesk(state = 'in-review', more = {}) {
  const c = here.server.put(`EX-${100 + cases++}`, state, more)
  const page = await here.browser.newPage()
  await signIn(page, known('reviewer'))
  page.complaints.length = 0
  await page.goto(`/cases/${c.number}/desk`)
  await page.getByRole('heading', { level: 1 }).waitFor()
  return { c, page }
}

export const item = (page, name = /Soma/) => page.getByRole('heading', { level: 2, name }).waitFor()
/** Chooses a radio or a checkbox by its label, as the mouse does. */
export const choose = (page, id) => page.locator(`label[for="${id}"]`).click()
export const saved = (page) => page.getByText(/^Saved/).waitFor()
export const shown = (page) => page.locator('[data-shown]').first()
export const focus = (page) => page.evaluate(() => document.activeElement?.textContent ?? '')

export async function recordOwn(page, decision = 'Upheld') {
  await choose(page, `own-${decision}`)
  await page.getByRole('button', { name: 'Record my finding' }).click()
  await page.getByText('The draft proposes: Upheld').waitFor()
}
