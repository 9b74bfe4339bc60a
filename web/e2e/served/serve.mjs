// The real server with its demo, for tests of the pages in it.
import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'

const binary = process.env.OPENIMR_BINARY ?? fileURLToPath(new URL('../../../build/release/bin/openimr', import.meta.url))
const password = 'demo demo demo'

/** Starts it on a free port: { base, accounts: { intake: { account, password }, ... }, close }. */
export async function serve(...more) {
  const child = spawn(
    binary,
    ['serve', '--demo', '--demo-cases', '60', '--demo-password', password, '--port', '0', '--log', 'off', ...more],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  )
  const ended = new Promise((resolve) => child.once('exit', resolve))
  let said = ''
  await new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('exit', (code) => reject(new Error(`openimr serve ended with ${code}`)))
    child.stdout.on('data', (bytes) => {
      said += bytes
      if (/OpenIMR serves on \S+\n/.test(said)) resolve()
    })
  })
  const accounts = {}
  for (const [, account, role] of said.matchAll(/^ {2}(\S+) +([a-z-]+) /gm)) accounts[role] = { account, password }
  return {
    base: /OpenIMR serves on (\S+)/.exec(said)[1],
    accounts,
    close: async () => {
      child.kill('SIGTERM')
      await ended
    },
  }
}
