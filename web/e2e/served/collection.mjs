// A collection of published determinations for the real server: the example letters.
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { binary } from './serve.mjs'

const letters = fileURLToPath(new URL('../../../examples/letters', import.meta.url))

/** The folder of a new collection, which goes when the tests of the file end. */
export function madeCollection() {
  const folder = mkdtempSync(join(tmpdir(), 'openimr-collection-'))
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }))
  execFileSync(binary, ['corpus', 'add', letters, '--corpus', folder, '--quiet'], { stdio: ['ignore', 'ignore', 'inherit'] })
  return folder
}
