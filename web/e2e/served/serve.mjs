// The real server, for tests of the pages in it.
import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'

export const binary = process.env.OPENIMR_BINARY ?? fileURLToPath(new URL('../../../build/release/bin/openimr', import.meta.url))
const password = 'demo demo demo'

/** Starts `openimr serve`, and waits until it takes requests: { base, said, pid, close }; `said` is all it printed before. */
export async function start(options, environment = {}) {
  const child = spawn(binary, ['serve', '--log', 'off', ...options], {
    stdio: ['ignore', 'pipe', 'inherit'], env: { ...process.env, ...environment },
  })
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
  return {
    base: /OpenIMR serves on (\S+)/.exec(said)[1],
    said,
    pid: child.pid,
    close: async () => {
      child.kill('SIGTERM')
      await ended
    },
  }
}

/** The demo, on a free port: { base, pid, accounts: { intake: { account, password }, ... }, close }. */
export async function serve({ cases = 60, options = [] } = {}) {
  const { base, said, pid, close } = await start(['--demo', '--demo-cases', String(cases), '--demo-password', password, '--port', '0', ...options])
  const accounts = {}
  for (const [, account, role] of said.matchAll(/^ {2}(\S+) +([a-z-]+) /gm)) accounts[role] = { account, password }
  return { base, pid, accounts, close }
}
