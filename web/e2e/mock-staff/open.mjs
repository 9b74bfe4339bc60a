import { openBrowser } from '../harness/browser.mjs'
import { builtPages } from '../harness/pages.mjs'
import { startMock } from '../mock/server.mjs'
import { makeBackend } from './backend.mjs'

// Tests may share their machine with a build.
const patience = 90_000

/** The built pages in a browser: `as(role, path)` opens a page with a backend of its own. */
export async function openPages() {
  const server = await startMock(builtPages)
  const browser = await openBrowser(server.base)
  const as = async (role, path, options) => {
    const backend = makeBackend(role, options)
    const page = await browser.newPage()
    page.setDefaultTimeout(patience)
    await backend.page(page)
    await page.goto(path)
    return { page, backend }
  }
  const close = async () => {
    await browser.close()
    await server.close()
  }
  return { as, close }
}
