import { words } from '@words/determinations'
import type { Schema } from '../api/types'
import { type Condition, searchAddress } from './question'

export type Item = Schema<'PublishedItem'>

/** An item as the request words it; rows without words are named by what else is known. */
export const nameOf = (item: Item): string => item.text.trim() || item.drug || item.treatment || item.subcategory || item.category || words.item

/** The first item, and how many more a letter has. */
export function itemsInShort(items: Item[]): string {
  const [first, ...others] = items
  if (!first) return words.item
  return others.length === 0 ? nameOf(first) : `${nameOf(first)} ${words.more(others.length)}`
}

/** What makes another item alike: the same drug or treatment, else the same category, and the same part of the body. */
export function alike({ drug, treatment, subcategory, category, body_parts }: Item): Condition[] {
  const one = (field: string, value: string) => (value ? [{ field, value }] : [])
  const what = [one('drug', drug), one('treatment', treatment), one('subcategory', subcategory), one('category', category)].find(({ length }) => length > 0) ?? []
  return what.length === 0 ? [] : [...what, ...body_parts.map((value) => ({ field: 'body-part', value }))]
}

export const similarAddress = (item: Item): string | null => {
  const where = alike(item)
  return where.length > 0 ? searchAddress({ where }) : null
}
