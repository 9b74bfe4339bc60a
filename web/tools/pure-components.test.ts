import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { markPure } from './pure-components'

const library = readFileSync(new URL('../node_modules/@trussworks/react-uswds/lib/index.js', import.meta.url), 'utf8')

test('the pinned react-uswds is as expected: every component is marked, and the icons are one value', () => {
  const marked = markPure(library)
  expect(marked.match(/= \/\* @__PURE__ \*\/ \w+\(/g)?.length).toBeGreaterThan(10)
  expect(marked).toMatch(/let \w+ = \/\* @__PURE__ \*\/ \(\(\) => \{ \w+\.AccessibilityNew = /)
})
