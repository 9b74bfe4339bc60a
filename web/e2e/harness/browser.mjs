// A browser for the tests of the pages: Debian's Chromium, which scripts/install-node.sh --browser brings.
import { chromium } from 'playwright-core'
import { picture } from './shot.mjs'

const patience = 60_000 // the machine may be busy with other tests

const args = [
  '--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
  '--disable-component-update', '--disable-sync',
]

/**
 * Opens a browser on the pages at `base`. `newPage()` makes a page in a context of its own, as if on another machine;
 * what went wrong on it (errors, refusals of the content policy, answers that failed) is in `page.complaints`.
 */
export async function openBrowser(base) {
  const executablePath = process.env.OPENIMR_CHROMIUM ?? '/usr/bin/chromium'
  const browser = await chromium.launch({ executablePath, args })
  const newPage = async (options = {}) => {
    const context = await browser.newContext({ baseURL: base, viewport: { width: 1440, height: 900 }, locale: 'en-US', ...options })
    context.setDefaultTimeout(patience)
    return listen(await context.newPage())
  }
  /** Pictures of all pages that are open, for whoever wants to know why a test failed. */
  const keepPictures = async (name) => {
    const pages = browser.contexts().flatMap((context) => context.pages())
    for (const [at, page] of pages.entries()) await picture(page, `${name}-${at}`)
  }
  return { newPage, keepPictures, close: () => browser.close() }
}

export function listen(page) {
  page.complaints = []
  page.on('pageerror', (error) => page.complaints.push(`error: ${error.message}`))
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') page.complaints.push(`${message.type()}: ${message.text()}`)
  })
  return page
}
