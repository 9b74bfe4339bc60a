import type { Desk, Document, Place } from './types'

/**
 * Where the reviewer is: the item on the left, the page on the right and the words marked on it. It lives in the
 * address, so that a reload, a bookmark and the back button keep it. A document is named by the first digits of its
 * content's hash: names of files may hold names of people.
 */
export interface Spot {
  item: number
  document: string
  page: number
  /** The first byte of the place that is shown. */
  at: number | null
}

const digits = 12

/** What the address calls a document; files of one archive have its hash, so their order among themselves follows. */
export function keyOf({ documents }: Desk, { document, name }: Document): string {
  const files = documents.filter((each) => each.document === document)
  const short = document.slice(0, digits)
  return files.length === 1 ? short : `${short}.${files.findIndex((each) => each.name === name) + 1}`
}

export function readSpot(params: URLSearchParams, desk: Desk): Spot {
  const item = whole(params.get('item'))
  const known = desk.items.some((each) => each.item === item)
  const document = params.get('doc') ?? ''
  const at = whole(params.get('at'))
  return {
    item: known && item !== null ? item : (desk.items[0]?.item ?? 1),
    document,
    page: Math.max(1, whole(params.get('page')) ?? 1),
    at,
  }
}

export function writeSpot(now: URLSearchParams, { item, document, page, at }: Spot): URLSearchParams {
  const next = new URLSearchParams(now)
  const put = (name: string, value: string | null) => (value ? next.set(name, value) : next.delete(name))
  put('item', String(item))
  put('doc', document)
  put('page', document ? String(page) : null)
  put('at', document && at !== null ? String(at) : null)
  return next
}

const whole = (text: string | null) => (text !== null && /^\d{1,9}$/.test(text) ? Number(text) : null)

export const documentAt = (desk: Desk, { document }: Spot): Document | undefined =>
  document ? desk.documents.find((each) => keyOf(desk, each) === document) : undefined

/** The record that a place is in; none where it is in the application itself. */
export const documentOf = (desk: Desk, place: Place): Document | undefined =>
  desk.documents.find(({ name }) => name === place.document)

/** The spot that shows a place; the same item where the place is in no record. */
export function spotOf(desk: Desk, item: number, place: Place): Spot {
  const document = documentOf(desk, place)
  return document
    ? { item, document: keyOf(desk, document), page: place.page, at: place.begin }
    : { item, document: '', page: 1, at: place.begin }
}

/** The place to show when a criterion is chosen once more: the one behind the place that is shown, from the first again. */
export function nextPlace(desk: Desk, places: Place[], shown: Spot): Place | undefined {
  const now = indexShown(desk, places, shown)
  return places[(now + 1) % places.length]
}

/** Which of the places is shown, -1 for none. */
export function indexShown(desk: Desk, places: Place[], { document, page, at }: Spot): number {
  return places.findIndex((place) => {
    const found = documentOf(desk, place)
    const here = found ? keyOf(desk, found) === document && place.page === page : document === ''
    return here && place.begin === at
  })
}
