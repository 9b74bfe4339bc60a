import { mkdir } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'

export const widths = [1440, 1024, 390]
const folder = process.env.OPENIMR_SCREENSHOTS ?? fileURLToPath(new URL('../../../build/release/screenshots', import.meta.url))

/** The page as it stands, whole, at each width: NAME-1440.png and so on, kept as artefacts of the tests. */
export async function shot(page, name, { fullPage = true } = {}) {
  await mkdir(folder, { recursive: true })
  const before = page.viewportSize()
  for (const width of widths) {
    await page.setViewportSize({ width, height: width < 600 ? 844 : 900 })
    await page.screenshot({ path: `${folder}/${name}-${width}.png`, fullPage, animations: 'disabled' })
  }
  if (before) await page.setViewportSize(before)
}

/** The page needs no sideways scrolling at this width (WCAG 1.4.10: 320 pixels, which is also 400 % of 1280). */
export async function reflows(page, width = 320) {
  const before = page.viewportSize()
  await page.setViewportSize({ width, height: 800 })
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
  if (before) await page.setViewportSize(before)
  return wide <= 0
}
