// The real server under what a day brings, for a while, and what memory it takes: people of every role read work lists, cases,
// desks and pages of records, type, send records, write down addresses, sign in and out; the public searches and counts. It prints
// a line a minute and a summary, and is no gate.
//
//   node e2e/mixed-load.mjs [--minutes 30] [--clients 16] [--cases 300]
import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { serve } from './served/serve.mjs'

const { values: wanted } = parseArgs({ options: { minutes: { type: 'string', default: '30' }, clients: { type: 'string', default: '16' }, cases: { type: 'string', default: '300' } } })
const minutes = Number(wanted.minutes)
const server = await serve({ cases: Number(wanted.cases) })
const times = new Map() // of each kind of request, in milliseconds
const answers = new Map() // by kind and status
let over = false

const pick = (list) => list[Math.floor(Math.random() * list.length)]

class Person {
  headers = {}

  async ask(kind, path, { method = 'GET', body, headers = {} } = {}) {
    const begun = performance.now()
    const bytes = body instanceof Uint8Array ? body : body && JSON.stringify(body)
    const answer = await fetch(server.base + path, {
      method, body: bytes, redirect: 'manual',
      headers: { ...this.headers, ...(bytes && { 'Content-Type': body instanceof Uint8Array ? 'application/octet-stream' : 'application/json' }), ...headers },
    })
    const data = Buffer.from(await answer.arrayBuffer())
    if (!times.has(kind)) times.set(kind, [])
    times.get(kind).push(performance.now() - begun)
    const key = `${kind} ${answer.status}`
    answers.set(key, (answers.get(key) ?? 0) + 1)
    const json = answer.headers.get('content-type')?.includes('json') ? JSON.parse(data.toString()) : null
    return { status: answer.status, json, tag: answer.headers.get('etag'), cookie: answer.headers.get('set-cookie') }
  }

  async signIn({ account, password }) {
    this.headers = {}
    const { json, cookie } = await this.ask('sign in', '/api/session', { method: 'POST', body: { account, password } })
    this.headers = { Cookie: cookie.split(';')[0], 'X-CSRF-Token': json.csrf }
  }
  signOut() {
    return this.ask('sign out', '/api/session', { method: 'DELETE' })
  }

  async work() {
    const { json } = await this.ask('work list', `/api/work?limit=${pick([20, 50, 100])}`)
    return (json?.rows ?? []).map((row) => row.case_number)
  }
  readCase(number) {
    return this.ask('case', `/api/cases/${number}`)
  }
}

async function lookAtCases(person, numbers) {
  for (const number of numbers) {
    await person.readCase(number)
    await person.ask('history', `/api/cases/${number}/events`)
    await person.ask('acts', `/api/cases/${number}/acts`)
  }
}

async function sendRecord(person, number) {
  const text = new TextEncoder().encode(`PROGRESS REPORT (PR-2)\nDate of visit: 02/10/2026\nInvented page ${Math.random()}.\n${'The low back pain is 4/10. '.repeat(400)}\n`)
  const begun = await person.ask('upload begun', `/api/cases/${number}/uploads`, { method: 'POST', body: { name: 'report.txt', size: text.length, from: 'employee' } })
  if (begun.status !== 201) return
  const at = `/api/cases/${number}/uploads/${begun.json.upload}`
  await person.ask('upload', at, { method: 'PATCH', body: text, headers: { 'Upload-Offset': '0' } })
  const received = await person.ask('records', `/api/cases/${number}/records`, { method: 'POST', body: { uploads: [begun.json.upload], from: 'employee' } })
  if (received.status !== 200) await person.ask('upload cancelled', at, { method: 'DELETE' })
}

const days = {
  async intake(person) {
    const numbers = await person.work()
    if (numbers.length === 0) return
    await lookAtCases(person, [pick(numbers), pick(numbers)])
    const number = pick(numbers)
    await person.ask('address', `/api/cases/${number}/events`, { method: 'POST', body: { event: 'address-changed', what: { of: 'employee', address: `${Math.floor(Math.random() * 1000)} Invented Street` } } })
    if (Math.random() < 0.2) await sendRecord(person, number)
    await person.ask('report', `/api/reports/${pick(['timeliness', 'volume', 'outcomes', 'agreement'])}`)
  },
  async review(person) {
    const number = pick(await person.work())
    if (!number) return
    const { json } = await person.ask('desk', `/api/cases/${number}/desk`)
    for (const { document, pages } of (json?.documents ?? []).slice(0, 3)) {
      if (document && pages) await person.ask('page', `/api/cases/${number}/documents/${document}/pages/${1 + Math.floor(Math.random() * pages)}`)
    }
    const notes = await person.ask('notes', `/api/cases/${number}/notes`)
    if (notes.tag) await person.ask('notes kept', `/api/cases/${number}/notes`, { method: 'PUT', body: { summary: `Typed ${Math.random()}`, items: [] }, headers: { 'If-Match': notes.tag } })
    await person.ask('letter', `/api/cases/${number}/letter`)
  },
  async quality(person) {
    await lookAtCases(person, (await person.work()).slice(0, 2))
  },
  async issue(person) {
    await lookAtCases(person, (await person.work()).slice(0, 2))
  },
  async administrator(person) {
    const { json } = await person.ask('my cases', '/api/my-cases')
    if (json?.rows?.length > 0) await lookAtCases(person, [pick(json.rows).case_number])
  },
  async public(person) {
    const words = pick(['physical therapy', 'carisoprodol', 'lumbar', 'the', '"low back" pain', 'drug:tramadol', 'no such word'])
    const { json } = await person.ask('search', `/api/determinations?q=${encodeURIComponent(words)}&limit=10&facets=yes`)
    const found = json?.found ?? []
    if (found.length > 0) await person.ask('published letter', `/api/determinations/${pick(found).id}`)
    await person.ask('statistics', `/api/statistics?by=${pick(['category', 'drug', 'month', 'state'])}`)
    await person.ask('guidelines', '/api/guidelines')
    await person.ask('check', '/api/check', { method: 'POST', body: { treatment: 'Soma 350 mg #90', notes: 'Soma 350 mg TID since 06/2025. No acute exacerbation.' } })
    await person.ask('page of the application', '/')
  },
}

async function client(role) {
  const person = new Person()
  const account = server.accounts[role]
  while (!over) {
    if (account) await person.signIn(account)
    for (let i = 0; i < 20 && !over; ++i) await days[role](person)
    if (account) await person.signOut()
  }
}

const megabytes = () => Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${server.pid}/status`, 'utf8'))[1]) / 1024
const asked = () => [...answers.values()].reduce((sum, count) => sum + count, 0)
const roles = Object.keys(days)
const clients = Array.from({ length: Number(wanted.clients) }, (_, at) => client(roles[at % roles.length]))
const memory = []
try {
  for (let minute = 1; minute <= minutes; ++minute) {
    await Promise.race([new Promise((resolve) => setTimeout(resolve, 60_000)), Promise.all(clients)])
    memory.push(megabytes())
    console.log(`minute ${minute}: ${memory.at(-1).toFixed(1)} MB, ${asked()} requests`)
  }
} finally {
  over = true
  await Promise.allSettled(clients)
  await server.close()
}

const at = (list, share) => [...list].sort((a, b) => a - b)[Math.floor(list.length * share)]
console.table(Object.fromEntries([...times].map(([kind, list]) => [kind, { requests: list.length, 'median ms': at(list, 0.5).toFixed(1), '99th ms': at(list, 0.99).toFixed(1) }])))
console.table(Object.fromEntries([...answers].sort()))
const third = Math.max(1, Math.floor(minutes / 3))
console.log(`memory: median of the second third ${at(memory.slice(third, 2 * third), 0.5)?.toFixed(1)} MB, of the last ${at(memory.slice(2 * third), 0.5)?.toFixed(1)} MB`)
