import type { ItemNotes, NotesText } from './notes'

/** A field that was changed here and elsewhere too, and differently. */
export interface Clash {
  /** 0: the summary. */
  item: number
  field: 'summary' | 'decision' | 'rationale' | 'citation'
  mine: string
  theirs: string
}

export interface Merged {
  text: NotesText
  clashes: Clash[]
}

/**
 * Joins what was typed here (`mine`) and what another tab kept (`theirs`) since both began with `base`. What only one
 * side changed is taken; where both did, `mine` stays in the text and the clash is told, for the reviewer to choose.
 */
export function mergeNotes(base: NotesText, mine: NotesText, theirs: NotesText): Merged {
  const clashes: Clash[] = []
  const pick = (item: number, field: Clash['field'], was: string, here: string, there: string): string => {
    if (here === there || there === was) return here
    if (here === was) return there
    clashes.push({ item, field, mine: here, theirs: there })
    return here
  }
  const summary = pick(0, 'summary', base.summary, mine.summary, theirs.summary)
  const numbers = [...new Set([...mine.items, ...theirs.items].map(({ item }) => item))].sort((a, b) => a - b)
  const items = numbers.map((item): ItemNotes => {
    const [was, here, there] = [base, mine, theirs].map((each) => on(each, item)) as [ItemNotes, ItemNotes, ItemNotes]
    return {
      item,
      decision: pick(item, 'decision', was.decision ?? '', here.decision ?? '', there.decision ?? '') || null,
      rationale: pick(item, 'rationale', was.rationale, here.rationale, there.rationale),
      citation: pick(item, 'citation', was.citation, here.citation, there.citation),
      looked: [...new Set([...(here.looked ?? []), ...(there.looked ?? [])])],
      changes: joinChanges(was, here, there),
    }
  })
  return { text: { summary, items }, clashes }
}

const on = ({ items }: NotesText, item: number): ItemNotes =>
  items.find((each) => each.item === item) ?? { item, decision: null, rationale: '', citation: '' }

// Findings under change: those of here, then those that only the other side has; what either took away is gone.
function joinChanges(was: ItemNotes, here: ItemNotes, there: ItemNotes) {
  const of = (notes: ItemNotes) => new Map((notes.changes ?? []).map((each) => [each.criterion, each]))
  const [before, mine, theirs] = [of(was), of(here), of(there)]
  return [...new Map([...theirs, ...mine]).values()].filter(
    ({ criterion }) => !before.has(criterion) || (mine.has(criterion) && theirs.has(criterion)),
  )
}

/** The notes with the other side's words where the reviewer chose them. */
export function takeTheirs({ text, clashes }: Merged, chosen: (clash: Clash) => boolean): NotesText {
  return clashes.filter(chosen).reduce<NotesText>((notes, { item, field, theirs }) => {
    if (item === 0) return { ...notes, summary: theirs }
    const value = field === 'decision' ? theirs || null : theirs
    return { ...notes, items: notes.items.map((each) => (each.item === item ? { ...each, [field]: value } : each)) }
  }, text)
}
