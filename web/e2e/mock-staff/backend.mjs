// What the pages of the staff ask, answered from invented data: one backend for each test, so that what is done with a
// case stays. Only for tests.
import { actsOf, eligibility } from './acts.mjs'
import { cases } from './cases.mjs'
import { letter } from './letter.mjs'
import { assignment, consistency, report, reviewer, reviewers } from './organization.mjs'
import { programme, stateOf } from './programme.mjs'
import { saysOf, today, workOf, workPage } from './work.mjs'

const names = { intake: 'Ina Invented', assign: 'Ann Invented', review: 'Dr. Rhea Invented', quality: 'Quinn Invented', issue: 'Isa Invented', 'medical-director': 'Dr. Mel Invented' }
const answer = (body, more = {}) => ({ status: 200, contentType: 'application/json', body: JSON.stringify(body), ...more })
const done = { status: 204 }
const problem = (status, code, title, more = {}) => ({ status, contentType: 'application/problem+json', body: JSON.stringify({ type: 'about:blank', status, code, title, ...more }) })

/** Answers for whoever has `role`: { page(page), asked, cases, refuse }. `refuse(test, answer)` answers once otherwise. */
export function makeBackend(role, { count = 137 } = {}) {
  const state = { role, count, cases: cases(), asked: [], refusals: [], uploads: new Map(), opened: new Set(), kept: [] }
  const page = (page) => page.route((url) => url.pathname.startsWith('/api/'), (route) => fulfil(route, state))
  const refuse = (test, how) => state.refusals.push({ test, how })
  return { page, refuse, problem, ...state }
}

async function fulfil(route, state) {
  const request = route.request()
  const { pathname, searchParams } = new URL(request.url())
  const asked = { method: request.method(), path: decodeURIComponent(pathname), query: searchParams, headers: request.headers(), body: bodyOf(request) }
  state.asked.push(asked)
  const refusal = state.refusals.findIndex(({ test }) => test(asked))
  if (refusal >= 0) {
    const [{ how }] = state.refusals.splice(refusal, 1)
    return how === 'abort' ? route.abort('connectionfailed') : route.fulfill(typeof how === 'function' ? how(asked) : how)
  }
  const [, number, rest = ''] = /^\/api\/cases\/([^/]+)(\/.*)?$/.exec(asked.path) ?? []
  const known = number ? ofCase(asked, number, rest, state) : elsewhere(asked, state)
  return route.fulfill(known ?? problem(404, 'not_found', 'There is nothing here.'))
}

const bodyOf = (request) => (/json/.test(request.headers()['content-type'] ?? '') ? request.postDataJSON() : request.postDataBuffer())

function elsewhere({ method, path, query, body }, state) {
  const { role } = state
  if (path === '/api/session') return answer({ account: role, name: names[role], role, csrf: `csrf-${role}`, today, idle_minutes: 30, until: `${today}T20:00` })
  if (path === '/api/programme') return answer(programme)
  if (path === '/api/work') return answer(workPage(workOf(query.get('role') ?? role, state.count), query.get('role') ?? role, query))
  if (path === '/api/reviewers') return answer(reviewers)
  if (path.startsWith('/api/reviewers/')) {
    if (method === 'GET') return answer(state.kept.at(-1) ? { ...reviewer, reviewer: state.kept.at(-1) } : reviewer)
    if (method === 'PUT') state.kept.push(body)
    return done
  }
  if (path === '/api/assignments') return answer(body.dry_run ? assignment : { ...assignment, proposals: assignment.proposals.map((each, at) => ({ ...each, recorded: at === 1 ? 'meanwhile' : 'recorded' })) })
  if (path === '/api/reports/consistency') return answer(consistency(query))
  if (path.startsWith('/api/reports/')) return answer(report(path.slice('/api/reports/'.length), query.get('month')))
  return null
}

const tagged = ({ read }) => answer(read, { headers: { ETag: `"${read.version}"` } })

function ofCase({ method, headers, body }, number, rest, state) {
  const known = state.cases[number]
  if (!known) return problem(404, 'no_such_case', 'There is no such case.')
  const { read, events } = known
  if (rest === '') return tagged(known)
  if (rest === '/acts') return answer({ acts: actsOf(state.role, read.state) })
  if (rest === '/events' && method === 'GET') return answer({ events })
  if (rest === '/events') return record(known, headers, body, state)
  if (rest === '/eligibility') return answer(eligibility)
  if (rest === '/letter') return answer(letter)
  if (rest === '/reads') return answer({ reads: [{ at: '2015-10-05T08:30', who: 'review:r-002', what: 'read', document: read.records[0].document, why: null }, { at: '2015-10-06T14:02', who: 'assign:ann', what: 'break-glass', document: null, why: 'The worker called about a missing page.' }] })
  if (rest === '/break-glass') return state.opened.add(number) && done
  if (rest === '/access') return body.account === 'nobody' ? problem(422, 'no_such_account', 'There is no account of this name.') : done
  if (['/notices', '/service', '/invoice', '/draft'].includes(rest)) return tagged(changed(known, {}))
  if (rest.startsWith('/documents/')) return opened(number, state)
  if (rest.startsWith('/uploads') || rest === '/records') return records(method, rest, headers, body, known, state)
  return null
}

function opened(number, { role, opened }) {
  if (['assign', 'issue'].includes(role) && !opened.has(number)) return problem(403, 'break_glass_first', 'You have no part in this case.')
  return { status: 200, contentType: 'application/pdf', body: '%PDF-1.4' }
}

function record(known, headers, { event, what, why, on }, { role }) {
  if (headers['if-match'] !== `"${known.read.version}"`) return problem(412, 'changed', 'The case changed meanwhile.')
  const act = actsOf(role, known.read.state).find((each) => each.event === event && (each.result ?? undefined) === what?.result)
  if (!act) return problem(422, 'wrong_use', 'This cannot be done now.')
  known.events = [...known.events, { version: known.read.version + 1, event, says: act.says, on: on ?? today, state: act.to ?? known.read.state, who: `${role}:${role}`, why: why ?? null, what, section: act.section }]
  return tagged(changed(known, act.to ? { state: act.to } : {}))
}

/** The case after something happened to it. */
export function changed(known, { state = known.read.state }) {
  known.read = { ...known.read, version: known.read.version + 1, state, says: saysOf(state), work: stateOf(state)?.work ?? null }
  return known
}

function records(method, rest, headers, body, known, { uploads }) {
  if (rest === '/uploads') {
    const made = { upload: `u${uploads.size + 1}`, name: body.name, size: body.size, offset: 0 }
    uploads.set(made.upload, made)
    return answer(made, { status: 201 })
  }
  if (rest === '/records') {
    const received = body.uploads.map((each) => ({ document: '9'.repeat(64), name: uploads.get(each).name, kind: null, date: null, received: `${today}T10:00` }))
    changed(known, {})
    known.read = { ...known.read, records: [...known.read.records, ...received] }
    return answer({ received, losses: [] })
  }
  const upload = uploads.get(rest.slice('/uploads/'.length))
  if (method === 'DELETE') return done
  if (method === 'PATCH') {
    if (Number(headers['upload-offset']) !== upload.offset) return problem(409, 'wrong_offset', 'Other bytes are kept.')
    upload.offset += body.length
  }
  return answer(upload)
}
