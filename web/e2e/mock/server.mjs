// A small server for the tests of the shell alone: the built pages with the headers of the real server, and sessions of
// invented accounts. What a page asks beyond that, its test answers with page.route(), or `more` does.
import { createReadStream, existsSync, statSync } from 'node:fs'
import { createServer } from 'node:http'
import { extname, join, normalize } from 'node:path'
import { accounts } from './accounts.mjs'

export const policy =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob: data:; font-src 'self'; connect-src 'self'; " +
  "worker-src 'self' blob:; frame-ancestors 'none'; base-uri 'none'; form-action 'self'"

const types = { '.html': 'text/html; charset=utf-8', '.js': 'text/javascript', '.mjs': 'text/javascript', '.css': 'text/css', '.svg': 'image/svg+xml' }

/**
 * Serves the pages of `folder` on a free port of this machine: { base, requests, sessions, close }. `more(request,
 * response, session)` answers other addresses of the API where it returns true.
 */
export async function startMock(folder, more = () => false) {
  const state = { sessions: new Map(), requests: [] }
  const server = createServer((request, response) => {
    state.requests.push({ method: request.method, url: request.url, headers: request.headers })
    response.setHeader('Content-Security-Policy', policy)
    response.setHeader('X-Content-Type-Options', 'nosniff')
    if (request.url.startsWith('/api/')) return void api(request, response, state, more)
    file(request, response, folder)
  })
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve))
  const close = () => new Promise((resolve) => { server.close(resolve); server.closeAllConnections() })
  return { base: `http://127.0.0.1:${server.address().port}`, ...state, close }
}

function file(request, response, folder) {
  const path = normalize(decodeURIComponent(new URL(request.url, 'http://x').pathname))
  const found = join(folder, path)
  const name = existsSync(found) && statSync(found).isFile() ? found : join(folder, 'index.html')
  response.setHeader('Content-Type', types[extname(name)] ?? 'application/octet-stream')
  response.setHeader('Cache-Control', name.includes('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache')
  const packed = existsSync(`${name}.gz`)
  if (packed) response.setHeader('Content-Encoding', 'gzip')
  createReadStream(packed ? `${name}.gz` : name).pipe(response)
}

async function api(request, response, { sessions }, more) {
  const token = /openimr_session=(\w+)/.exec(request.headers.cookie ?? '')?.[1]
  const session = sessions.get(token)
  if (session && (await more(request, response, session))) return
  if (request.url !== '/api/session') return problem(response, 404, 'not_found', 'There is nothing here.')
  if (request.method === 'POST') return signIn(await body(request), response, sessions)
  if (!session) return problem(response, 401, 'not_signed_in', 'You are not signed in.')
  if (request.method === 'GET') return json(response, session)
  if (request.headers['x-csrf-token'] !== session.csrf) return problem(response, 403, 'csrf', 'The token of the session is missing.')
  sessions.delete(token)
  response.writeHead(204).end()
}

function signIn({ account, password, code }, response, sessions) {
  const known = accounts.find((each) => each.account === account && each.password === password)
  if (!known) return problem(response, 401, 'sign_in_failed', 'Unauthorized', 'Account or password is wrong. Check both and try again.')
  if (known.code && !code) return problem(response, 401, 'second_factor_needed', 'A one-time code is needed.')
  if (known.code && code !== known.code) return problem(response, 401, 'code_wrong', 'Unauthorized', 'The code is wrong. Enter the newest one.')
  const token = `t${sessions.size}${Date.now()}`
  sessions.set(token, known.session)
  response.setHeader('Set-Cookie', `openimr_session=${token}; HttpOnly; SameSite=Strict; Path=/`)
  json(response, known.session)
}

export async function body(request) {
  let text = ''
  for await (const part of request) text += part
  return text === '' ? {} : JSON.parse(text)
}

export function json(response, value) {
  response.setHeader('Content-Type', 'application/json')
  response.end(JSON.stringify(value))
}

export function problem(response, status, code, title, detail) {
  response.writeHead(status, { 'Content-Type': 'application/problem+json' })
  response.end(JSON.stringify({ type: 'about:blank', status, code, title, ...(detail && { detail }), instance: 'request-1' }))
}
