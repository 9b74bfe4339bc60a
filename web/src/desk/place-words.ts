import { words } from '@words/desk'
import { formatDay } from '../components/day/days'
import { documentOf } from './spot'
import type { Desk, Document, Place } from './types'

/** `PR-2, Aug 19, 2015`, by the report that the page is of; where nothing is known of it, the name of the file. */
export function pageTitle(document: Document, page: number): string {
  const part = document.parts.find((each) => page >= each.page && page < each.page + each.pages)
  const { kind, date } = part?.kind || part?.date ? part : document
  return [kind ?? document.name, date && formatDay(date)].filter(Boolean).join(', ')
}

/** `PR-2, Aug 19, 2015, p. 412`. */
export function placeTitle(desk: Desk, place: Place): string {
  const document = documentOf(desk, place)
  return document ? `${pageTitle(document, place.page)}, ${words.find.onPage(place.page)}` : words.criteria.fromApplication
}
