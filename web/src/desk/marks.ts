import type { Box, Desk, Fact, Finding, Place, Use } from './types'

/** What stands at a place of the records: the criteria that use it, what contradicts it, the facts there. */
export interface Mark {
  begin: number
  end: number
  box?: Box | undefined
  text: string
  /** As a reader names it: "carisoprodol, stopped". */
  facts: { label: string; date: string | null }[]
  uses: Use[]
  contradictions: string[]
}

/** The marks of pages, by `pageKey`, in the order of the text. */
export type Marks = Map<string, Mark[]>
export const pageKey = (document: string, page: number): string => `${page} ${document}`

export const contradictionCodes = new Set([
  'drug_use_differs', 'sides_differ', 'work_status_differs', 'drug_tests_differ', 'injury_dates_differ', 'ages_differ',
  'sexes_differ', 'request_after_denial', 'record_after_review', 'conflict',
])

/** The places of the desk itself: those of criteria and of contradictions. */
export function marksOf(desk: Desk): Marks {
  const marks: Marks = new Map()
  for (const { item, criteria } of desk.items) {
    for (const { id, places } of criteria) places.forEach((place) => addUse(markAt(marks, place), { item, criterion: id }))
  }
  for (const { code, message, places } of desk.warnings) {
    if (contradictionCodes.has(code)) places.forEach((place) => void markAt(marks, place).contradictions.push(message))
  }
  return marks
}

/** The marks of a page: those of the desk, and the facts that came with the page. */
export function marksOn(name: string, page: number, marks: Marks, facts: Fact[]): Mark[] {
  const key = pageKey(name, page)
  const here: Marks = new Map([[key, (marks.get(key) ?? []).map((mark) => ({ ...mark, facts: [], uses: [...mark.uses] }))]])
  for (const fact of facts) {
    const mark = markAt(here, fact.place)
    mark.facts.push({ label: labelOf(fact), date: fact.date })
    fact.used_by.forEach((use) => addUse(mark, use))
  }
  return here.get(key)!.sort((a, b) => a.begin - b.begin || a.end - b.end)
}

function labelOf({ concept, value, assertion }: Fact): string {
  return [concept, value, assertion === 'present' ? '' : assertion.replaceAll('_', ' ')].filter(Boolean).join(', ')
}

function markAt(marks: Marks, { document, page, begin, end, text, box }: Place): Mark {
  const key = pageKey(document, page)
  const here = marks.get(key) ?? []
  if (here.length === 0) marks.set(key, here)
  const known = here.find((mark) => mark.begin === begin && mark.end === end)
  if (known) return known
  const mark: Mark = { begin, end, box, text, facts: [], uses: [], contradictions: [] }
  here.push(mark)
  return mark
}

function addUse(mark: Mark, use: Use): void {
  const known = mark.uses.some(({ item, criterion }) => item === use.item && criterion === use.criterion)
  if (!known) mark.uses.push(use)
}

export interface UseInWords {
  item: number
  criterion: string
  says: string
  finding: Finding
}

/** The criteria behind the uses of a mark. */
export function usesInWords(desk: Desk, uses: Use[]): UseInWords[] {
  return uses.flatMap(({ item, criterion }) => {
    const found = desk.items.find((each) => each.item === item)?.criteria.find(({ id }) => id === criterion)
    return found ? [{ item, criterion, says: found.says, finding: found.answer?.overridden ? asFinding(found.answer.finding, found.finding) : found.finding }] : []
  })
}

export const asFinding = (said: string | null, otherwise: Finding): Finding =>
  said === 'met' || said === 'not met' || said === 'not documented' ? said : otherwise
