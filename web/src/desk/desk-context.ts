import { createContext, useContext } from 'react'
import type { Marks } from './marks'
import type { ItemNotes } from './notes/notes'
import type { Notes } from './notes/use-notes'
import type { Spot } from './spot'
import type { Desk, DeskItem, Document, Place } from './types'

/** What all parts of the desk share. */
export interface DeskView {
  number: string
  desk: Desk
  /** The item on the left, and what is noted on it. */
  item: DeskItem
  noted: ItemNotes
  spot: Spot
  marks: Marks
  notes: Notes
  /** The events that whoever is signed in can record now. */
  can: (event: string) => boolean
  /** Shows a place on the right; `of` are those among which it is one, for the ear. */
  show: (place: Place, of?: Place[]) => void
  /** Turns to a page of a document. */
  turn: (document: Document, page: number, at?: number) => void
  choose: (item: number, criterion?: string) => void
  /** The criterion that the keys work on. */
  current: string | null
  point: (criterion: string) => void
  /** The reviewer looked at the evidence of a criterion; it becomes the current one. */
  look: (criterion: string) => void
}

const Context = createContext<DeskView | null>(null)
export const DeskProvider = Context.Provider

export function useDesk(): DeskView {
  const view = useContext(Context)
  if (!view) throw new Error('a part of the desk stands outside of it')
  return view
}
