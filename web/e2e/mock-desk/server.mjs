// A server for the tests of the desk: an invented case that behaves as the API says. Each number is a case of its own, so
// that tests do not meet.
import { body, json, problem, startMock } from '../mock/server.mjs'
import { documents, factsOn, precedentsOf, timeline, warnings } from './case.mjs'
import { records } from './records.mjs'
import { actsOf, missingOf, newCase, saysOf, summaryOf, take } from './state.mjs'

// Where signing in leads to, on the way to the desk.
const noWork = { role: 'review', today: '2015-10-06', total: 0, overdue: 0, due_today: 0, rows: [], next: null }

/** { base, cases, put, close }: `put(number, state, more)` makes a case. */
export async function startDesk(folder) {
  const cases = new Map()
  const server = await startMock(folder, (request, response, session) => answer(request, response, session, cases))
  return { ...server, cases, put: (number, state, more) => cases.set(number, newCase(number, state, more)).get(number) }
}

async function answer(request, response, session, cases) {
  const url = new URL(request.url, 'http://x')
  if (url.pathname === '/api/programme') return said(response, programme)
  if (url.pathname === '/api/work') return said(response, noWork)
  const [, number, rest] = /^\/api\/cases\/([^/]+)(.*)$/.exec(url.pathname) ?? []
  const c = cases.get(number)
  if (!c) return false
  const record = /^\/documents\/([0-9a-f]{64})(?:\/pages\/(\d+))?$/.exec(rest)
  if (record) return page(request, response, record)
  const known = routes[`${request.method} ${rest}`]
  if (!known) return false
  if (request.method !== 'GET' && request.headers['x-csrf-token'] !== session.csrf) return refused(response, { status: 403, code: 'csrf', title: 'The token is missing.' })
  const sent = request.method === 'GET' || request.headers['content-length'] === undefined ? {} : await body(request)
  await known(response, c, { session, sent, match: request.headers['if-match'], url })
  return true
}

const tag = (version) => `"${version}"`
const said = (response, value, version) => {
  if (version !== undefined) response.setHeader('ETag', tag(version))
  json(response, value)
  return true
}
const refused = (response, { status, code, title }) => (problem(response, status, code, title), true)

function page(request, response, [, hash, number]) {
  const record = records.find(({ document }) => document === hash)
  if (number !== undefined) {
    const at = Number(number)
    const facts = factsOn(record.name, at)
    return said(response, { document: hash, name: record.name, page: at, pages: record.pages.length, unreadable: at === 12 ? 'the scan is too faint' : null, ...record.pages[at - 1], facts })
  }
  response.setHeader('Content-Type', record.type)
  response.setHeader('Accept-Ranges', 'bytes')
  const [, from, to] = /^bytes=(\d+)-(\d*)$/.exec(request.headers.range ?? '') ?? []
  if (from === undefined) return response.setHeader('Content-Length', record.content.length), response.end(record.content), true
  const end = Math.min(to === '' ? Infinity : Number(to), record.content.length - 1)
  response.writeHead(206, { 'Content-Range': `bytes ${from}-${end}/${record.content.length}`, 'Content-Length': end - from + 1 })
  response.end(record.content.subarray(Number(from), end + 1))
  return true
}

const programme = {
  id: 'ca-dwc-imr', title: 'Independent Medical Review', own_finding_first: true, states: [], roles: [], parties: [], channels: [],
  outcomes: [{ id: 'Upheld', says: 'The denial stands: the treatment is not medically necessary.' }, { id: 'Overturned', says: 'The treatment is medically necessary.' }],
}

const deskOf = (c) => ({
  case_number: c.number, version: c.version, state: c.state, says: saysOf(c), due: '2015-10-16', today: '2015-10-13', me: 'reviewer',
  draft_ready: c.draft, own_finding_first: true, items: c.items.map((item) => (c.draft ? item : { ...item, criteria: [], guideline: [], edition: null })),
  summary: summaryOf(c), documents, timeline, facts: [], warnings: c.draft ? warnings : [],
})

const caseOf = (c) => ({
  case_number: c.number, version: c.version, programme: 'ca-dwc-imr', state: c.state, says: saysOf(c), work: 'review', due: '2015-10-16', today: '2015-10-13',
  priority: 'standard', dispute: 'medical necessity', dates: {}, items: [], records: [], sent: [], deadlines: [],
  parties: [
    { role: 'employee', says: 'employee', name: 'Wes Invented', address: null, by: 'mail' },
    { role: 'requesting_physician', says: 'requesting physician', name: 'Dr. Pat Example', address: null, by: 'mail' },
    { role: 'claims_administrator', says: 'claims administrator', name: 'Example Claims', address: null, by: 'mail' },
  ],
  reviewers: [{ reviewer: 'reviewer', accepted: c.attested, submitted: false, signed: c.signed }],
  letters: c.signed ? [{ on: '2015-10-13', letter: 'a'.repeat(64), text: 'b'.repeat(64), pdf: records[0].document }] : [],
})

const notesOf = ({ notes }) => ({ kept_at: notes.at, text: notes.text })
const changed = { status: 412, code: 'precondition_failed', title: 'It has changed since it was read.' }
const outdated = (c, match) => match !== undefined && match !== tag(c.version)
const moved = (response, c, state) => {
  c.state = state
  c.version += 1
  return said(response, caseOf(c), c.version)
}

const routes = {
  'GET ': (response, c) => said(response, caseOf(c), c.version),
  'GET /desk': (response, c) => said(response, deskOf(c), c.version),
  'GET /acts': (response, c) => said(response, { acts: actsOf(c) }),
  'GET /precedents': (response, c, { url }) => {
    const item = c.items.find((each) => each.item === Number(url.searchParams.get('item')))
    if (!item.own) return refused(response, { status: 409, code: 'own_finding_first', title: 'Record your own finding on this item first.' })
    return said(response, { letters: c.letters, precedents: c.letters === null ? [] : precedentsOf(item) })
  },
  'GET /letter': (response, c, { url }) => {
    if (url.searchParams.get('format') !== 'pdf') return said(response, { text: 'Dear …', missing: missingOf(c), may_sign: missingOf(c).every(({ soft }) => soft) })
    response.setHeader('Content-Type', 'application/pdf')
    response.end(records[0].content)
  },
  'GET /notes': (response, c) => said(response, notesOf(c), c.notes.version),
  'PUT /notes': (response, c, { sent, match }) => {
    if (match !== tag(c.notes.version)) return refused(response, changed)
    c.notes = { version: c.notes.version + 1, at: '2015-10-13T10:42', text: sent }
    return said(response, notesOf(c), c.notes.version)
  },
  'POST /events': (response, c, { sent, match }) => {
    if (outdated(c, match)) return refused(response, changed)
    const no = take(c, sent)
    return no ? refused(response, no) : said(response, caseOf(c), c.version)
  },
  'POST /acceptance': (response, c) => {
    c.attested = true
    return moved(response, c, 'in-review')
  },
  'DELETE /acceptance': (response, c) => {
    c.state = 'reviewer-proposed'
    response.writeHead(204).end()
  },
  'POST /draft': async (response, c) => {
    await new Promise((resolve) => setTimeout(resolve, 300))
    c.draft = true
    return moved(response, c, 'in-review')
  },
  'POST /submission': (response, c, { match }) => (outdated(c, match) ? refused(response, changed) : moved(response, c, 'in-quality')),
  'POST /signature': (response, c, { sent }) => {
    if (sent.password !== 'reviewer-password') return refused(response, { status: 403, code: 'password_wrong', title: 'The password is wrong.' })
    c.signed = true
    return moved(response, c, 'signed')
  },
}
