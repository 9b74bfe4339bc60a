import { expect, test } from 'vitest'
import { alike, type Item, itemsInShort, nameOf, similarAddress } from './items'

const item = (more: Partial<Item>): Item => ({
  text: '', decision: 'Upheld', kind: '', drug: '', drug_class: '', treatment: '', category: '', subcategory: '', body_parts: [], guidelines: [], sections: [], ...more,
})

test('an item has a name, whatever is known of it', () => {
  expect(nameOf(item({ text: ' Soma 350mg #60 ', drug: 'carisoprodol' }))).toBe('Soma 350mg #60')
  expect(nameOf(item({ treatment: 'mri', category: 'Imaging' }))).toBe('mri')
  expect(nameOf(item({}))).toBe('An item without a name')
  expect(itemsInShort([])).toBe('An item without a name')
  expect(itemsInShort([item({ text: 'A' }), item({ text: 'B' }), item({ text: 'C' })])).toBe('A and 2 more items')
})

test('alike is what is for the same, at the same place', () => {
  const massage = item({ treatment: 'massage', category: 'Therapy', body_parts: ['neck', 'lumbar spine'] })
  expect(alike(massage)).toEqual([{ field: 'treatment', value: 'massage' }, { field: 'body-part', value: 'neck' }, { field: 'body-part', value: 'lumbar spine' }])
  expect(alike(item({ category: 'Therapy' }))).toEqual([{ field: 'category', value: 'Therapy' }])
  expect(similarAddress(item({ drug: 'a/b' }))).toBe('/determinations?where=drug%3Aa%2Fb')
  expect(similarAddress(item({ body_parts: ['neck'] }))).toBeNull()
})
