import type { Schema } from '../api/types'

export type Section = Schema<'GuidelineSection'>
export type Criterion = Section['criteria'][number]

export type Cell =
  | { what: 'same' | 'new'; criterion: Criterion }
  | { what: 'changed'; criterion: Criterion; before: Criterion }
  | { what: 'dropped'; before: Criterion }
  | { what: 'absent' }

export interface Column {
  section: Section
  /** The section that it took the place of, to which it is compared; null: nothing to compare it with. */
  follows: Section | null
  /** As many in each column, so that those of one row are about the same point. */
  cells: Cell[]
}

/** The sections of a topic side by side, each beside the one it follows; in one row what is about the same point. */
export function columnsOf(sections: Section[]): Column[] {
  const ordered = inLines(sections)
  const rows = rowsOf(ordered)
  return ordered.map((section, at) => {
    const follows = predecessor(section, ordered)
    const before = follows && ordered.indexOf(follows)
    return { section, follows, cells: rows.map((row) => cell(row[at], before === null ? undefined : row[before], follows !== null)) }
  })
}

/** The oldest first, and behind each the sections that took its place. */
function inLines(sections: Section[]): Section[] {
  const byAge = [...sections].sort((one, other) => one.from.localeCompare(other.from) || one.guideline.localeCompare(other.guideline))
  const line = (first: Section): Section[] => [first, ...byAge.filter((each) => predecessor(each, byAge) === first).flatMap(line)]
  return byAge.filter((each) => predecessor(each, byAge) === null).flatMap(line)
}

/** What most sections call the topic; of names that stand equally often, the newest. */
export function titleOf(sections: Section[]): string | undefined {
  const times = (title: string) => sections.filter((each) => each.title === title).length
  return [...sections].sort((one, other) => times(other.title) - times(one.title) || other.from.localeCompare(one.from))[0]?.title
}

/** Of the sections that had ended when this one began, the last; one of the same guideline before another. */
export function predecessor(section: Section, sections: Section[]): Section | null {
  const family = ({ guideline }: Section) => guideline.split(/\s/)[0]
  const ended = sections.filter((each) => each.until !== null && each.until <= section.from && each !== section)
  const latest = ended.reduce((last, { until }) => (until! > last ? until! : last), '')
  const last = ended.filter(({ until }) => until === latest)
  return last.find((each) => family(each) === family(section)) ?? last.at(-1) ?? null
}

type Row = (Criterion | undefined)[]

/** Criteria of one id stand in one row, else those of one text. */
function rowsOf(sections: Section[]): Row[] {
  const rows: Row[] = []
  for (const [at, { criteria }] of sections.entries()) {
    for (const criterion of criteria) {
      const free = rows.filter((row) => row[at] === undefined)
      const row = free.find((each) => each.some((other) => other?.id === criterion.id))
        ?? free.find((each) => each.some((other) => other !== undefined && sameText(other, criterion)))
      if (row) row[at] = criterion
      else rows.push(sections.map((_, index) => (index === at ? criterion : undefined)))
    }
  }
  return rows
}

function cell(criterion: Criterion | undefined, before: Criterion | undefined, compared: boolean): Cell {
  if (!criterion) return before ? { what: 'dropped', before } : { what: 'absent' }
  if (!compared) return { what: 'same', criterion }
  if (!before) return { what: 'new', criterion }
  const same = sameText(criterion, before) && criterion.kind === before.kind && criterion.soft === before.soft
  return same ? { what: 'same', criterion } : { what: 'changed', criterion, before }
}

const plain = (text: string) => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ' ').trim()
const sameText = (one: Criterion, other: Criterion) => plain(one.says) === plain(other.says)

/** Half-open: `from` is in, `until` is out. */
export const inForce = ({ from, until }: { from: string; until: string | null }, on: string): boolean =>
  from <= on && (until === null || on < until)
