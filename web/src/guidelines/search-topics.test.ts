import { expect, test } from 'vitest'
import { byLetter, found } from './search-topics'

const topic = (title: string, id = title) => ({ topic: id, title, editions: [] })
const topics = [topic('Muscle relaxants (for pain)'), topic('Carisoprodol (Soma)'), topic('Opioids', 'opioids_buprenorphine'), topic('Back brace'), topic('Élan therapy')]
const titles = (search: string) => found(topics, search).map(({ title }) => title)

test('every word has to be there, in the title or the id, whatever its case or accent', () => {
  expect(titles('SOMA')).toEqual(['Carisoprodol (Soma)'])
  expect(titles('pain relax')).toEqual(['Muscle relaxants (for pain)'])
  expect(titles('buprenorphine')).toEqual(['Opioids'])
  expect(titles('elan')).toEqual(['Élan therapy'])
  expect(titles('soma opioids')).toEqual([])
  expect(titles(' ').length).toBe(5)
})

test('a title that begins with the search stands before one that holds it', () => {
  expect(found([topic('A back brace'), topic('Back brace')], 'back').map(({ title }) => title)).toEqual(['Back brace', 'A back brace'])
})

test('groups follow the alphabet, figures before it', () => {
  expect(byLetter([topic('Élan'), topic('5-HT'), topic('Acupuncture'), topic('Exercise')]).map(({ letter, topics: of }) => [letter, of.length]))
    .toEqual([['0-9', 1], ['A', 1], ['E', 2]])
})
