import { expect, test } from 'vitest'
import { documentAt, indexShown, nextPlace, readSpot, spotOf, writeSpot } from './spot'
import type { Desk, Place } from './types'

const hash = 'a1b2c3d4e5f6'.padEnd(64, '0')
const desk = {
  items: [{ item: 1 }, { item: 3 }],
  documents: [{ document: hash, name: 'Smith, John - PR-2.pdf', pages: 640 }],
} as unknown as Desk
const place = (page: number, begin: number, document = 'Smith, John - PR-2.pdf'): Place => ({ document, page, begin, end: begin + 4, text: 'Soma' })

test('a spot goes into the address and comes back; other parts of the address stay', () => {
  const spot = spotOf(desk, 3, place(412, 99))
  const params = writeSpot(new URLSearchParams('x=1'), spot)
  expect(params.toString()).toBe('x=1&item=3&doc=a1b2c3d4e5f6&page=412&at=99')
  expect(readSpot(params, desk)).toEqual(spot)
})

test('no name of a file, which may be that of a person, gets into the address', () => {
  expect(writeSpot(new URLSearchParams(), spotOf(desk, 1, place(1, 0))).toString()).not.toContain('Smith')
})

test('files of an archive are told apart by their order in it', () => {
  const zip = { ...desk, documents: ['a.zip/one.pdf', 'a.zip/two.pdf'].map((name) => ({ document: hash, name, pages: 9 })) } as unknown as Desk
  const spot = spotOf(zip, 1, place(4, 0, 'a.zip/two.pdf'))
  expect(spot.document).toBe('a1b2c3d4e5f6.2')
  expect(documentAt(zip, spot)?.name).toBe('a.zip/two.pdf')
})

test('an address that makes no sense leads to the first item and page', () => {
  expect(readSpot(new URLSearchParams('item=9&page=-4&at=x'), desk)).toEqual({ item: 1, document: '', page: 1, at: null })
  expect(readSpot(new URLSearchParams('page=0&doc=zzz'), desk)).toMatchObject({ page: 1, document: 'zzz' })
})

test('choosing a criterion again goes through its places, from the last to the first', () => {
  const places = [place(12, 10), place(412, 99), place(12, 50)]
  const seen = [0, 1, 2].reduce<number[]>((shown) => {
    const now = shown.length === 0 ? readSpot(new URLSearchParams(), desk) : spotOf(desk, 1, places[shown.at(-1)!]!)
    return [...shown, places.indexOf(nextPlace(desk, places, now)!)]
  }, [])
  expect(seen).toEqual([0, 1, 2])
  expect(nextPlace(desk, places, spotOf(desk, 1, places[2]!))).toBe(places[0])
})

test('a place in the application itself is in no record', () => {
  const told = place(1, 7, 'case.yaml')
  expect(spotOf(desk, 1, told)).toEqual({ item: 1, document: '', page: 1, at: 7 })
  expect(indexShown(desk, [told], { item: 1, document: '', page: 1, at: 7 })).toBe(0)
})
