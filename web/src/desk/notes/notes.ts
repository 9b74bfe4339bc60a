import type { Schema } from '../../api/types'
import type { DeskItem, Finding } from '../types'

export type NotesText = Schema<'NotesText'>
export type ItemNotes = NotesText['items'][number]
export type Change = NonNullable<ItemNotes['changes']>[number]

export const noNotes: NotesText = { summary: '', items: [] }

/** The notes on an item; where nothing was noted, what was decided before. */
export function notesOn(notes: NotesText, item: DeskItem): ItemNotes {
  const noted = notes.items.find((each) => each.item === item.item)
  return noted?.decision || noted?.rationale || noted?.citation ? noted : { ...noted, ...decidedOn(item) }
}

export const decidedOn = ({ item, decided }: DeskItem) => ({
  item, decision: decided?.decision ?? null, rationale: decided?.rationale ?? '', citation: decided?.citation ?? '',
})

/** The notes with something of an item changed. */
export function noteOn(notes: NotesText, on: ItemNotes, change: Partial<ItemNotes>): NotesText {
  const others = notes.items.filter(({ item }) => item !== on.item)
  return { ...notes, items: [...others, { ...on, ...change }].sort((a, b) => a.item - b.item) }
}

export function noteLooked(notes: NotesText, on: ItemNotes, criterion: string): NotesText {
  const looked = on.looked ?? []
  return looked.includes(criterion) ? notes : noteOn(notes, on, { looked: [...looked, criterion] })
}

/** A finding that is being changed: kept while it is typed, gone with `null`. */
export function noteChange(notes: NotesText, on: ItemNotes, criterion: string, change: { finding: Finding; why: string } | null) {
  const others = (on.changes ?? []).filter((each) => each.criterion !== criterion)
  return noteOn(notes, on, { changes: change ? [...others, { criterion, ...change }] : others })
}

export const sameNotes = (a: NotesText, b: NotesText): boolean => JSON.stringify(normal(a)) === JSON.stringify(normal(b))

// As the server and the pages may write the same notes: lists that are empty or not there, items of which nothing is noted.
function normal({ summary, items }: NotesText): NotesText {
  const full = items.map(({ item, decision, rationale, citation, looked, changes }) => ({
    item, decision: decision ?? null, rationale, citation, looked: [...(looked ?? [])].sort(), changes: changes ?? [],
  }))
  const noted = full.filter((each) => each.decision || each.rationale || each.citation || each.looked.length || each.changes.length)
  return { summary, items: noted.sort((a, b) => a.item - b.item) }
}
