// A PostgreSQL of the test's own: a cluster in a temporary folder, reached by a socket there alone. As root it runs as the user postgres.
import { execFileSync, spawn } from 'node:child_process'
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const versions = '/usr/lib/postgresql'

function programs() {
  const found = existsSync(versions) ? readdirSync(versions).filter((version) => existsSync(join(versions, version, 'bin/postgres'))) : []
  if (found.length === 0) throw new Error('PostgreSQL is not installed: apt-get install postgresql')
  return join(versions, found.sort((one, other) => Number(other) - Number(one))[0], 'bin')
}

const idOf = (what) => Number(execFileSync('id', [what, 'postgres'], { encoding: 'utf8' }))
const isRoot = process.getuid() === 0
const become = isRoot ? ['--reuid', 'postgres', '--regid', 'postgres', '--clear-groups'] : []

/** Starts it, and makes an empty database: { store, close }; `store` as openimr takes it. */
export async function startPostgres() {
  const bin = programs()
  const folder = mkdtempSync(join(tmpdir(), 'openimr-postgres-'))
  if (isRoot) chownSync(folder, idOf('-u'), idOf('-g'))
  const data = join(folder, 'data')
  const run = (program, ...words) => execFileSync('setpriv', [...become, join(bin, program), ...words], { cwd: '/', stdio: ['ignore', 'ignore', 'pipe'] })
  try {
    run('initdb', '--pgdata', data, '--username', 'openimr', '--auth', 'trust', '--encoding', 'UTF8', '--locale', 'C', '--no-sync')
    // Not to stay behind a test that was killed.
    const server = spawn('setpriv', ['--pdeathsig', 'SIGQUIT', ...become, join(bin, 'postgres'), '-D', data, '-k', folder, '-c', 'listen_addresses=', '-c', 'shared_buffers=32MB'], { cwd: '/', stdio: 'ignore' })
    const ended = new Promise((resolve) => server.once('exit', resolve))
    const close = async () => {
      server.kill('SIGQUIT') // nothing of it is needed any more
      await ended
      rmSync(folder, { recursive: true, force: true })
    }
    try {
      await answers(() => run('pg_isready', '-h', folder), server)
      run('createdb', '-h', folder, '-U', 'openimr', 'imr')
    } catch (error) {
      await close()
      throw error
    }
    return { store: `postgresql:host=${folder} user=openimr dbname=imr`, close }
  } catch (error) {
    rmSync(folder, { recursive: true, force: true })
    throw error
  }
}

async function answers(ask, server) {
  for (let tries = 0; tries < 600; ++tries) {
    if (server.exitCode !== null) break
    try {
      return ask()
    } catch {
      await new Promise((resolve) => setTimeout(resolve, 100))
    }
  }
  throw new Error('PostgreSQL did not start')
}
