// What the pages of the parties and the public ask of the server, answered in the browser: routes of a page beside the
// mock server, which knows sessions alone.
import { acts, cases, events, myCases } from './cases.mjs'
import { letter, periods, search, statistics } from './determinations.mjs'
import { carisoprodol, checklist, guidelines } from './guidelines.mjs'

/**
 * Answers for one page. `state` tells what arrived: { applications, events, uploads, received }; `state.lose` is asked
 * before each piece of an upload: 'before' loses the request, 'after' the answer.
 */
export async function mockPublic(page) {
  const state = { applications: [], checks: [], events: [], uploads: new Map(), received: [], lose: () => null, cases: structuredClone(cases), keys: new Map() }
  const on = (pattern, answer) => page.route((url) => pattern.test(url.pathname), (route) => answer(route, new URL(route.request().url())))

  await on(/^\/api\/my-cases$/, (route) => json(route, { rows: state.mine ?? myCases, next: null }))
  await on(/^\/api\/cases\/[^/]+$/, (route, url) => {
    const found = state.cases[last(url)]
    return found ? json(route, found, 200, { ETag: `"${found.version}"` }) : problem(route, 404, 'not_found', 'There is no such case.')
  })
  await on(/^\/api\/cases\/[^/]+\/acts$/, (route, url) => json(route, { acts: acts[part(url, 3)] ?? [] }))
  await on(/^\/api\/cases\/[^/]+\/events$/, (route, url) => (route.request().method() === 'GET' ? json(route, { events }) : happened(route, url, state)))
  await on(/^\/api\/cases\/[^/]+\/uploads$/, (route) => begin(route, state))
  await on(/^\/api\/cases\/[^/]+\/uploads\/[^/]+$/, (route, url) => upload(route, last(url), state))
  await on(/^\/api\/cases\/[^/]+\/records$/, (route) => receive(route, state))
  await on(/^\/api\/applications$/, (route) => file(route, state))
  await on(/^\/api\/check$/, (route) => {
    const asked = route.request().postDataJSON()
    state.checks.push(asked)
    return json(route, checklist(asked.treatment))
  })
  await on(/^\/api\/guidelines$/, (route, url) => json(route, guidelines(url.searchParams.get('on'))))
  await on(/^\/api\/guidelines\/[^/]+$/, (route, url) => (last(url) === 'carisoprodol' ? json(route, carisoprodol) : problem(route, 404, 'not_found', 'There is no such topic.')))
  await published(on, state)
  return state
}

// `state.collection = false`: none is set up; `state.fail = true`: the server is in trouble. `state.asked` has what was asked.
async function published(on, state) {
  state.asked = []
  const answer = (make) => (route, url) => {
    state.asked.push(url.pathname + url.search)
    if (state.collection === false) return problem(route, 404, 'not_found', 'There is nothing here.', 'No collection of published determinations is set up here.')
    if (state.fail) return problem(route, 500, 'internal', 'The server could not answer.')
    return make(route, url)
  }
  await on(/^\/api\/determinations$/, answer((route, { searchParams }) =>
    (/decided:a/.test(searchParams.get('q') ?? '') ? problem(route, 400, 'bad_request', 'The request cannot be read.', 'the question cannot be read: no such range') : json(route, search(searchParams)))))
  await on(/^\/api\/determinations\/[^/]+$/, answer((route, url) => {
    const found = letter(last(url))
    return found ? json(route, found) : problem(route, 404, 'not_found', 'There is nothing here.', 'No published determination has this address.')
  }))
  await on(/^\/api\/statistics$/, answer((route, { searchParams }) => json(route, statistics(searchParams))))
  await on(/^\/api\/statistics\/periods$/, answer((route, { searchParams }) =>
    (searchParams.get('later') <= searchParams.get('earlier')
      ? problem(route, 400, 'wrong_use', 'The request cannot be read.', 'the two periods share months')
      : json(route, periods(searchParams)))))
}

function file(route, state) {
  const key = route.request().headers()['idempotency-key']
  if (!state.keys.has(key)) state.applications.push(route.request().postDataJSON())
  state.keys.set(key, true)
  return json(route, {
    case_number: 'CM00-0000000', received: '2015-10-13T14:05',
    next: [
      'We look whether there is an application about the same treatment already.',
      'We decide whether the law allows this review, and write to you and to the claims administrator.',
      'Both sides send their records, and a physician decides on each treatment.',
    ],
  }, 201)
}

function happened(route, url, state) {
  const found = state.cases[part(url, 3)]
  const ifMatch = route.request().headers()['if-match']
  if (ifMatch !== `"${found.version}"`) return problem(route, 412, 'changed_meanwhile', 'Something happened to the case meanwhile.')
  state.events.push(route.request().postDataJSON())
  Object.assign(found, { version: found.version + 1, state: 'eligibility-review', says: 'the application waits for a decision on eligibility', due: null })
  return json(route, found, 200, { ETag: `"${found.version}"` })
}

function begin(route, { uploads }) {
  const { name, size } = route.request().postDataJSON()
  const made = { upload: `upload-${uploads.size + 1}`, name, size, offset: 0 }
  uploads.set(made.upload, made)
  return json(route, made, 201)
}

function upload(route, id, state) {
  const found = state.uploads.get(id)
  if (!found) return problem(route, 404, 'not_found', 'There is no such upload.')
  if (route.request().method() === 'GET') return json(route, found)
  const lost = state.lose()
  if (lost === 'before') return route.abort('internetdisconnected')
  if (Number(route.request().headers()['upload-offset']) !== found.offset) return problem(route, 409, 'offset_wrong', 'These bytes are there already.')
  found.offset += route.request().postDataBuffer().length
  return lost === 'after' ? route.abort('connectionreset') : json(route, found)
}

function receive(route, state) {
  const { uploads } = route.request().postDataJSON()
  const whole = uploads.map((id) => state.uploads.get(id))
  if (whole.some(({ size, offset }) => offset !== size)) return problem(route, 409, 'upload_unfinished', 'An upload is not finished.')
  state.received.push(...whole)
  const received = whole.map(({ name }, at) => ({ document: String(at).repeat(64), name, kind: null, date: null, received: '2015-10-13T14:10' }))
  return json(route, { received, losses: state.losses ?? [] })
}

const part = (url, at) => decodeURIComponent(url.pathname.split('/')[at])
const last = (url) => decodeURIComponent(url.pathname.split('/').at(-1))
const json = (route, value, status = 200, headers = {}) => route.fulfill({ status, headers: { 'Content-Type': 'application/json', ...headers }, body: JSON.stringify(value) })
const problem = (route, status, code, title, detail) =>
  route.fulfill({ status, headers: { 'Content-Type': 'application/problem+json' }, body: JSON.stringify({ type: 'about:blank', status, code, title, detail, instance: 'request-1' }) })
