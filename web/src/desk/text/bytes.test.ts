import { expect, test } from 'vitest'
import { Bytes } from './bytes'

const cut = (text: string, begin: number, end: number) => {
  const bytes = new Bytes(text)
  return text.slice(bytes.unitAt(begin), bytes.unitAt(end))
}

test('bytes are units where all is ASCII', () => {
  expect(cut('Soma 350 mg', 5, 8)).toBe('350')
})

test('characters of two, three and four bytes are counted as what they are', () => {
  const text = 'é — 💊 Soma'
  const begin = new TextEncoder().encode('é — 💊 ').length
  expect(begin).toBe(12)
  expect(cut(text, begin, begin + 4)).toBe('Soma')
  expect(cut(text, 0, 2)).toBe('é')
  expect(cut(text, 7, 11)).toBe('💊')
})

test('a byte within a character is its beginning, one behind the text its end', () => {
  expect(cut('—x', 1, 3)).toBe('—')
  expect(cut('—x', 3, 99)).toBe('x')
  expect(cut('—x', -5, 3)).toBe('—')
  expect(cut('abc', -1, 99)).toBe('abc')
})

test('half a character, as a broken text may hold, shifts nothing behind it', () => {
  const text = '\ud83d Soma'
  expect(cut(text, 4, 8)).toBe('Soma')
})
