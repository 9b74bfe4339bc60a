import { words } from '@words/check'
import { words as criteria } from '@words/criteria'
import type { Schema } from '../api/types'
import { formatDay } from '../components/day/days'

type Checklist = Schema<'Checklist'>
type CheckRow = Schema<'CheckRow'>

/** The points that count: notes are context, and there is nothing in them to document. */
export const pointsOf = ({ documented, missing, against }: Checklist): { documented: number; all: number } => {
  const counts = ({ kind }: CheckRow) => kind !== 'note'
  const held = documented.filter(counts).length
  return { documented: held, all: held + [...missing, ...against].filter(counts).length }
}

/** The checklist as plain text, to be pasted into a chart. */
export function checklistText(list: Checklist, on: string): string {
  const { missing, against, documented } = list
  const points = pointsOf(list)
  if (!list.addressed) return [list.treatment, words.notAddressed, words.notAddressedText].join('\n')
  return [
    list.treatment,
    ...(list.citation ? [list.citation] : []),
    words.made(formatDay(on)),
    words.summary(points.documented, points.all),
    ...part(words.missing(missing.length), missing, (row) => [`[ ] ${row.says} (${said(row)})`, ...(row.example ? [`${words.example}: ${row.example}`] : [])]),
    ...part(words.against(against.length), against, (row) => [`✕ ${row.says} (${said(row)})`, ...quoted(row)]),
    ...part(words.documented(documented.length), documented, (row) => [`● ${row.says} (${said(row)})`, ...quoted(row)]),
    '',
    words.searched(list.pages),
    words.caution,
  ].join('\n')
}

const said = ({ kind, standing }: CheckRow) => `${criteria.kinds[kind]?.name ?? kind}, ${criteria.standings[standing]?.name ?? standing}`
const quoted = (row: CheckRow) => row.words.map((text) => `“${text}”`)

function part(title: string, rows: CheckRow[], lines: (row: CheckRow) => string[]): string[] {
  if (rows.length === 0) return []
  const written = rows.flatMap((row) => lines(row).map((line, at) => (at === 0 ? `  ${line}` : `      ${line}`)))
  return ['', title, ...written]
}
