// A review organization that begins: a store with accounts and expert reviewers and no case, the server on it, and days that pass.
import { execFileSync } from 'node:child_process'
import { createHmac } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { binary, start } from './serve.mjs'

const example = (path) => fileURLToPath(new URL(`../../../examples/${path}`, import.meta.url))
const password = 'seven green kettles' // of the file below
const passwordFile = example('accounts/invented-password.txt')
const parties = ['administrator', 'applicant']

/**
 * `store` as openimr takes it; without one a file of SQLite. { base, on(day), addAccount(id, role, name), close }: on() goes
 * to noon of a day, at the same address, as if everybody had slept since.
 */
export async function openOffice(store) {
  const folder = mkdtempSync(join(tmpdir(), 'openimr-office-'))
  const named = store ?? join(folder, 'imr.db')
  let today = ''
  let begun = 0
  let server = null
  const openimr = (...words) => execFileSync(binary, words, { encoding: 'utf8', env: { ...process.env, OPENIMR_STORE: named, OPENIMR_TODAY: today } })
  const now = () => Date.parse(`${today}T12:00:00Z`) + Date.now() - begun

  const addAccount = (id, role, name) => {
    openimr('account', 'create', id, '--role', role, '--name', name, '--password-file', passwordFile)
    if (parties.includes(role)) return { account: id, password }
    const secret = /secret=([A-Z2-7]+)/.exec(openimr('account', 'second-factor', id))[1]
    return { account: id, password, code: () => codeAt(secret, now()) }
  }
  const on = async (day) => {
    const port = server ? new URL(server.base).port : '0'
    await server?.close()
    today = day
    begun = Date.now()
    server = await start(
      ['--store', named, '--port', port, '--data', join(folder, 'data'), '--organisation', 'Invented Reviews',
        '--organisation-address', '1 Sample Street, Exampleton, CA 90000', '--organisation-contact', '555-0100, reviews@imr.example'],
      { OPENIMR_TODAY: day, TZ: 'UTC' },
    )
    return server.base
  }
  const close = async () => {
    await server?.close()
    rmSync(folder, { recursive: true, force: true })
  }
  try {
    today = '2015-09-01'
    openimr('store', 'create', named)
    openimr('reviewer', 'import', example('reviewers/invented.json'), '--as', 'assign:ann')
  } catch (error) {
    await close()
    throw error
  }
  return { on, addAccount, close }
}

/** The code that an authenticator app shows (RFC 6238). */
export function codeAt(secret, milliseconds) {
  const bits = [...secret].map((letter) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(letter).toString(2).padStart(5, '0')).join('')
  const key = Buffer.from(bits.match(/.{8}/g).map((byte) => parseInt(byte, 2)))
  const step = Buffer.alloc(8)
  step.writeBigUInt64BE(BigInt(Math.floor(milliseconds / 30_000)))
  const mac = createHmac('sha1', key).update(step).digest()
  const at = mac[19] & 15
  return String((mac.readUInt32BE(at) & 0x7fffffff) % 1_000_000).padStart(6, '0')
}
