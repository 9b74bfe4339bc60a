// The built pages for the tests of one file: a server and a browser on it, which end with the file.
import { fileURLToPath } from 'node:url'
import { after, before } from 'node:test'
import { openBrowser } from './browser.mjs'

export const builtPages = process.env.OPENIMR_WEB_OUT ?? fileURLToPath(new URL('../../../build/release/share/openimr/web', import.meta.url))

/** `start()` gives a server with `base` and `close()`. What is there once the tests run: { server, browser }. */
export function withServer(start) {
  const here = {}
  before(async () => {
    here.server = await start()
    here.browser = await openBrowser(here.server.base)
  })
  after(async () => {
    await here.browser?.close()
    await here.server?.close()
  })
  return here
}
