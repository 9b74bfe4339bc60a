import assert from 'node:assert/strict'

/**
 * Presses Tab until what is wanted has the focus: a selector, or { button: text }. Fails where the keyboard does not get
 * there, or where something that has the focus on the way is not in sight (WCAG 2.4.11).
 */
export async function tabTo(page, wanted, most = 200) {
  for (let presses = 0; presses < most; ++presses) {
    await page.keyboard.press('Tab')
    let { there, hidden } = await page.evaluate(look, wanted)
    for (let waited = 0; hidden && waited < 2000; waited += 50) { // it may still be moving there
      await page.waitForTimeout(50)
      ;({ there, hidden } = await page.evaluate(look, wanted))
    }
    assert.equal(hidden, '', `has the focus out of sight on ${page.url()}`)
    if (there) return
  }
  assert.fail(`the keyboard does not reach ${JSON.stringify(wanted)} on ${page.url()}`)
}

// In the page. A radio and a checkbox are drawn by their label.
function look(wanted) {
  const focused = document.activeElement
  if (!focused || focused === document.body) return { there: false, hidden: '' }
  const drawn = /^(?:radio|checkbox)$/.test(focused.type ?? '') ? focused.labels[0] ?? focused : focused
  const { top, bottom, left, right, width, height } = drawn.getBoundingClientRect()
  const inSight = bottom > 0 && top < innerHeight && right > 0 && left < innerWidth && width > 0 && height > 0
  const x = Math.max(0, left) + (Math.min(innerWidth, right) - Math.max(0, left)) / 2
  const at = [0.1, 0.5, 0.9].map((part) => Math.max(0, top) + (Math.min(innerHeight, bottom) - Math.max(0, top)) * part)
  const uncovered = at.some((y) => {
    const above = document.elementFromPoint(x, y)
    return above !== null && (drawn.contains(above) || above.contains(drawn))
  })
  const there = typeof wanted === 'string' ? focused.matches(wanted) : focused.tagName === 'BUTTON' && focused.textContent.trim() === wanted.button
  return { there, hidden: inSight && uncovered ? '' : drawn.outerHTML.slice(0, 200) }
}
