import { expect, test } from 'vitest'
import { readQuestion } from '../question'
import { addressToKeep, questionOf, readSaved, withSaved, writeSaved } from './saved'

const storage = (text: string | null) => ({ getItem: () => text })

test('what the storage has is read, and nothing else', () => {
  expect(readSaved(storage(null))).toEqual([])
  expect(readSaved(storage('{broken'))).toEqual([])
  expect(readSaved(storage('{"name":"x"}'))).toEqual([])
  expect(readSaved(storage('[{"name":"x","address":"q=x"},{"name":1},null,"y"]'))).toEqual([{ name: 'x', address: 'q=x' }])
  expect(readSaved({ getItem: () => { throw new Error('blocked') } })).toEqual([])
})

test('a search is kept once, the latest first', () => {
  const old = [{ name: 'a', address: 'q=a' }, { name: 'b', address: 'q=b' }]
  expect(withSaved(old, { name: 'B', address: 'q=b' })).toEqual([{ name: 'B', address: 'q=b' }, { name: 'a', address: 'q=a' }])
  expect(writeSaved(old, { setItem: () => { throw new Error('full') } })).toBe(false)
})

test('a search is kept without its page, and read as an address is', () => {
  const question = readQuestion(new URLSearchParams('q=soma&where=year:2016&skip=40'))
  expect(addressToKeep(question)).toBe('q=soma&where=year%3A2016')
  expect(questionOf({ name: 'x', address: 'q=soma&other=javascript:alert(1)' }).q).toBe('soma')
})
