import { expect, test } from 'vitest'
import { ApiError, offline } from '../api/problem'
import { sendFile, type Transport, type Upload } from './send-file'

const mega = 1 << 20
const fileOf = (size: number) => new File([new Uint8Array(size)], 'records.pdf')
const refused = (status: number, code: string) => new ApiError({ type: 'about:blank', status, code, title: 'No.' })

/** A server that keeps bytes; `troubles[n]` happens at the nth piece: 'lost' before it, 'unheard' after it was kept. */
function serverWith(troubles: Record<number, 'lost' | 'unheard' | ApiError> = {}, kept: Upload[] = []) {
  const calls: string[] = []
  let pieces = 0
  const find = (id: string) => {
    const found = kept.find(({ upload }) => upload === id)
    if (!found) throw refused(404, 'not_found')
    return found
  }
  const transport: Transport = {
    begin: async (name, size) => {
      calls.push('begin')
      kept.push({ upload: `u${kept.length}`, name, size, offset: 0 })
      return { ...kept.at(-1)! }
    },
    look: async (id) => {
      calls.push('look')
      return { ...find(id) }
    },
    piece: async (id, offset, bytes) => {
      const trouble = troubles[pieces++]
      calls.push(`piece ${offset}`)
      if (trouble === 'lost') throw offline()
      if (trouble instanceof ApiError) throw trouble
      const upload = find(id)
      if (offset !== upload.offset) throw refused(409, 'offset_wrong')
      upload.offset += bytes.size
      if (trouble === 'unheard') throw offline()
      return { ...upload }
    },
  }
  const seen = { progress: [] as number[], pauses: 0, begun: '' }
  const sending = {
    onBegun: (id: string) => void (seen.begun = id),
    onProgress: (sent: number) => void seen.progress.push(sent),
    onPause: () => void ++seen.pauses,
    wait: async () => undefined,
  }
  return { transport, calls, seen, sending }
}

test('a file goes in pieces of one mebibyte, and its progress is told', async () => {
  const { transport, calls, seen, sending } = serverWith()
  const upload = await sendFile(fileOf(2.5 * mega), transport, sending)
  expect(upload.offset).toBe(2.5 * mega)
  expect(calls).toEqual(['begin', 'piece 0', `piece ${mega}`, `piece ${2 * mega}`])
  expect(seen.progress).toEqual([0, mega, 2 * mega, 2.5 * mega])
})

test('after a lost connection the server says where to go on, whether or not it kept the piece', async () => {
  const cases: ['lost' | 'unheard', string][] = [['lost', `piece ${mega}`], ['unheard', `piece ${2 * mega}`]]
  for (const [trouble, next] of cases) {
    const { transport, calls, seen, sending } = serverWith({ 1: trouble })
    await sendFile(fileOf(3 * mega), transport, sending)
    expect(calls.slice(2, 5), trouble).toEqual([`piece ${mega}`, 'look', next])
    expect(seen.pauses).toBe(1)
  }
})

test('a file that was begun goes on; one that has gone, or is another, begins anew', async () => {
  const kept = [{ upload: 'old', name: 'records.pdf', size: 3 * mega, offset: 2 * mega }]
  const going = serverWith({}, kept)
  await sendFile(fileOf(3 * mega), going.transport, { ...going.sending, begun: 'old' })
  expect(going.calls).toEqual(['look', `piece ${2 * mega}`])

  const gone = serverWith()
  await sendFile(fileOf(mega), gone.transport, { ...gone.sending, begun: 'old' })
  expect(gone.calls).toEqual(['look', 'begin', 'piece 0'])

  const another = serverWith({}, [{ upload: 'old', name: 'records.pdf', size: 7, offset: 3 }])
  await sendFile(fileOf(mega), another.transport, { ...another.sending, begun: 'old' })
  expect(another.seen.begun).toBe('u1')
})

test('a refusal ends it, and so does a server that keeps failing; a lost connection never does', async () => {
  const large = serverWith({ 0: refused(413, 'too_large') })
  await expect(sendFile(fileOf(mega), large.transport, large.sending)).rejects.toMatchObject({ code: 'too_large' })
  expect(large.seen.pauses).toBe(0)

  const broken = serverWith()
  broken.transport.begin = async () => { throw refused(503, 'busy') }
  await expect(sendFile(fileOf(mega), broken.transport, broken.sending)).rejects.toMatchObject({ code: 'busy' })
  expect(broken.seen.pauses).toBe(5)

  const away = serverWith()
  let attempts = 0
  const begin = away.transport.begin
  away.transport.begin = (name, size) => (++attempts < 20 ? Promise.reject(offline()) : begin(name, size))
  await sendFile(fileOf(mega), away.transport, away.sending)
  expect(away.seen.pauses).toBe(19)
})
