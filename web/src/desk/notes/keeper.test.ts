import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { ApiError, offline } from '../../api/problem'
import { NotesKeeper, pause, retryAfter } from './keeper'
import { type Mirror, Mirrors } from './mirror'
import { noNotes, type NotesText } from './notes'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

const summary = (text: string): NotesText => ({ summary: text, items: [] })
const changed = new ApiError({ type: 'about:blank', status: 412, code: 'changed', title: 'Changed' })

/** A server with the notes of one case, and a wire that may be cut. */
class Server {
  version = 1
  text = noNotes
  cut = false
  kept: string[] = []
  answer = () => ({ data: { kept_at: '2015-10-13T10:42', text: this.text }, etag: `"${this.version}"` })
  load = async () => {
    if (this.cut) throw offline()
    return this.answer()
  }
  keep = async (text: NotesText, etag: string | null) => {
    if (this.cut) throw offline()
    if (etag !== `"${this.version}"`) throw changed
    this.version += 1
    this.text = text
    this.kept.push(text.summary)
    return this.answer()
  }
}

class Left extends Mirrors {
  last: Mirror | null = null
  constructor(private readonly behind: Mirror[] = []) {
    super('dr', 'EX-100', {} as Storage)
  }
  override keep(mirror: Mirror) { this.last = mirror }
  override clear() { this.last = null }
  override take() { return this.behind.splice(0) }
}

async function opened(server: Server, left = new Left()) {
  const keeper = new NotesKeeper(server, left)
  await keeper.start()
  return keeper
}
const wait = (milliseconds: number) => vi.advanceTimersByTimeAsync(milliseconds)
const state = (keeper: NotesKeeper) => keeper.now().saving.state

test('what is typed is in the browser at once and at the server after a pause', async () => {
  const [server, left] = [new Server(), new Left()]
  const keeper = await opened(server, left)
  keeper.change(() => summary('H'))
  await wait(pause - 100)
  keeper.change(() => summary('He takes'))
  expect(left.last?.text.summary).toBe('He takes')
  expect(keeper.unsaved).toBe(true)
  await wait(pause - 1)
  expect(server.kept).toEqual([])
  await wait(1)
  expect(server.kept).toEqual(['He takes'])
  expect(keeper.now().saving).toEqual({ state: 'saved', at: '2015-10-13T10:42' })
  expect(left.last).toBeNull()
})

test('what is typed while the last is on its way follows it', async () => {
  const server = new Server()
  const keeper = await opened(server)
  keeper.change(() => summary('one'))
  const sent = keeper.flush()
  keeper.change(() => summary('one two'))
  await sent
  expect(state(keeper)).toBe('typing')
  await wait(pause)
  expect(server.kept).toEqual(['one', 'one two'])
})

test('without a connection it stays in the browser and is sent when the connection is back', async () => {
  const [server, left] = [new Server(), new Left()]
  const keeper = await opened(server, left)
  server.cut = true
  keeper.change(() => summary('typed on a train'))
  await wait(pause)
  expect(state(keeper)).toBe('offline')
  expect(left.last?.text.summary).toBe('typed on a train')
  server.cut = false
  await wait(retryAfter)
  expect(server.kept).toEqual(['typed on a train'])
  expect(state(keeper)).toBe('saved')
})

test('what a closed window left behind comes back, and goes to the server', async () => {
  const server = new Server()
  const keeper = await opened(server, new Left([{ base: noNotes, text: summary('half a') }]))
  expect(keeper.now().text.summary).toBe('half a')
  await wait(0)
  expect(server.kept).toEqual(['half a'])
})

test('two tabs on different fields are joined without a question', async () => {
  const server = new Server()
  const [one, two] = [await opened(server), await opened(server)]
  one.change((text) => ({ ...text, summary: 'summary' }))
  two.change((text) => ({ ...text, items: [{ item: 1, decision: 'Upheld', rationale: 'why', citation: '' }] }))
  await wait(pause)
  await wait(pause)
  expect(server.text.summary).toBe('summary')
  expect(server.text.items[0]?.rationale).toBe('why')
  expect([state(one), state(two)]).toEqual(['saved', 'saved'])
})

test('two tabs on one field: the second is asked, and typing on loses nothing', async () => {
  const server = new Server()
  const [one, two] = [await opened(server), await opened(server)]
  one.change(() => summary('one'))
  await wait(pause)
  two.change(() => summary('two'))
  await wait(pause)
  expect(two.now().saving).toMatchObject({ state: 'clash', merged: { clashes: [{ mine: 'two', theirs: 'one' }] } })
  two.change(() => summary('two and more'))
  await wait(retryAfter)
  expect(server.text.summary).toBe('one')
  two.choose(() => false)
  await wait(0)
  expect(server.text.summary).toBe('two and more')
  expect(state(two)).toBe('saved')
})

test('the other tab’s words can be taken', async () => {
  const server = new Server()
  const [one, two] = [await opened(server), await opened(server)]
  one.change(() => summary('one'))
  await wait(pause)
  two.change(() => summary('two'))
  await wait(pause)
  two.choose(() => true)
  await wait(0)
  expect(two.now().text.summary).toBe('one')
  expect(state(two)).toBe('saved')
})

test('a refusal is told and what was typed stays in the browser', async () => {
  const [server, left] = [new Server(), new Left()]
  const keeper = await opened(server, left)
  server.keep = async () => { throw new ApiError({ type: 'about:blank', status: 403, code: 'not_yours', title: 'Not your case.' }) }
  keeper.change(() => summary('mine'))
  await wait(pause)
  expect(keeper.now().saving).toEqual({ state: 'refused', why: 'Not your case.' })
  expect(left.last?.text.summary).toBe('mine')
})
