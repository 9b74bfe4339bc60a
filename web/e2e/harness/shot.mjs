import { mkdir } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'

export const widths = [1440, 1024, 390]
const folder = process.env.OPENIMR_SCREENSHOTS ?? fileURLToPath(new URL('../../../build/release/tests/screenshots', import.meta.url))

/** The page as it stands, whole, at each width: NAME-1440.png and so on, kept as artefacts of the tests. */
export async function shot(page, name, { fullPage = true } = {}) {
  await mkdir(folder, { recursive: true })
  const before = page.viewportSize()
  for (const width of widths) {
    await page.setViewportSize({ width, height: width < 600 ? 844 : 900 })
    if (fullPage) await page.evaluate(() => scrollTo(0, 0)) // a head that stays in sight would stand in the middle
    await page.screenshot({ path: `${folder}/${name}-${width}.png`, fullPage, animations: 'disabled' })
  }
  if (before) await page.setViewportSize(before)
}

/** The page as it stands, as wide as it is. */
export async function picture(page, name) {
  await mkdir(folder, { recursive: true })
  await page.screenshot({ path: `${folder}/${name}.png`, animations: 'disabled' })
}

/** The page needs no sideways scrolling at this width (WCAG 1.4.10: 320 pixels, which is also 400 % of 1280). */
export async function reflows(page, width = 320) {
  const before = page.viewportSize()
  await page.setViewportSize({ width, height: 800 })
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
  if (before) await page.setViewportSize(before)
  return wide <= 0
}

/**
 * What is wrong with the page on paper (A4): what only a screen needs, what is too wide, what a box would cut. Nothing, where it
 * prints well.
 */
export async function printed(page) {
  const before = page.viewportSize()
  await page.setViewportSize({ width: 794 - 2 * 76, height: 1123 - 2 * 76 }) // 96 dots an inch, margins of 2 cm
  await page.emulateMedia({ media: 'print' })
  const wrong = await page.evaluate(() => {
    const named = (each) => each.outerHTML.slice(0, 120)
    const drawn = (each) => each.checkVisibility({ visibilityProperty: true }) && each.getBoundingClientRect().width > 1
    const forScreens = [...document.querySelectorAll('.header, .footer, .usa-skipnav, .usa-button')].filter(drawn)
    const cutting = [...document.querySelectorAll('main *')].filter((each) => {
      const { overflowX, overflowY, textOverflow } = getComputedStyle(each)
      if (!drawn(each) || textOverflow === 'ellipsis' || each.matches('.usa-sr-only, textarea, input, select')) return false
      return (overflowY !== 'visible' && each.scrollHeight > each.clientHeight + 1) || (overflowX !== 'visible' && each.scrollWidth > each.clientWidth + 1)
    })
    const wide = document.documentElement.scrollWidth - document.documentElement.clientWidth
    return [...forScreens.map((each) => `for screens: ${named(each)}`), ...cutting.map((each) => `cut: ${named(each)}`), ...(wide > 0 ? [`${wide} pixels too wide`] : [])]
  })
  await page.emulateMedia({ media: null })
  if (before) await page.setViewportSize(before)
  return wrong
}
