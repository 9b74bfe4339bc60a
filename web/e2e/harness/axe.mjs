import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'

const source = await readFile(new URL('../../node_modules/axe-core/axe.min.js', import.meta.url), 'utf8')

/** axe-core finds nothing at all on the page as it stands. */
export async function axe(page) {
  await page.evaluate(source)
  const violations = await page.evaluate(async () => {
    const { violations } = await globalThis.axe.run(document)
    return violations.map(({ id, help, nodes }) => `${id}: ${help}\n    ${nodes.map((node) => node.html).join('\n    ')}`)
  })
  assert.deepEqual(violations, [], `axe on ${page.url()}`)
}
