import { beforeEach, expect, test } from 'vitest'
import { Mirrors } from './mirror'
import { noNotes } from './notes'

class Memory implements Storage {
  private readonly values = new Map<string, string>()
  get length() { return this.values.size }
  key = (at: number) => [...this.values.keys()][at] ?? null
  getItem = (key: string) => this.values.get(key) ?? null
  setItem(key: string, value: string) { this.values.set(key, value) }
  removeItem = (key: string) => void this.values.delete(key)
  clear = () => this.values.clear()
}

let storage: Memory
beforeEach(() => void (storage = new Memory()))
const typed = (summary: string) => ({ base: noNotes, text: { summary, items: [] } })

test('what a tab left behind is taken once by the next', () => {
  new Mirrors('dr', 'EX-100', storage).keep(typed('half a sentence'))
  const next = new Mirrors('dr', 'EX-100', storage)
  expect(next.take()).toEqual([typed('half a sentence')])
  expect(next.take()).toEqual([])
})

test('two tabs do not write over each other; what the server has is gone', () => {
  const [one, two] = [new Mirrors('dr', 'EX-100', storage), new Mirrors('dr', 'EX-100', storage)]
  one.keep(typed('one'))
  two.keep(typed('two'))
  two.clear()
  expect(new Mirrors('dr', 'EX-100', storage).take()).toEqual([typed('one')])
})

test('nobody gets what is of another account or case', () => {
  new Mirrors('dr', 'EX-100', storage).keep(typed('mine'))
  expect(new Mirrors('other', 'EX-100', storage).take()).toEqual([])
  expect(new Mirrors('dr', 'EX-10', storage).take()).toEqual([])
})

test('a browser that keeps nothing, or kept rubbish, is no error', () => {
  storage.setItem('openimr.notes.dr.EX-100.x', '{"half')
  expect(new Mirrors('dr', 'EX-100', storage).take()).toEqual([])
  storage.setItem = () => { throw new Error('full') }
  new Mirrors('dr', 'EX-100', storage).keep(typed('mine'))
})
