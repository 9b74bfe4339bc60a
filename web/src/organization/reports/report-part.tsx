import { useMemo } from 'react'
import { words } from '@words/reports'
import { Chart } from '../../components/chart/chart'
import { formatDay } from '../../components/day/days'
import { CsvLink } from '../../components/table/csv-link'
import { DataTable } from '../../components/table/data-table'
import { barsOf, drawBars, isDrawn } from './bars'
import { type Cell, isSmall, least, type Part } from './figures'

interface Props {
  part: Part
  /** The name of its file. */
  name: string
  /** What the chart shows, in words. */
  says: string
}

/** One table of a report, with its chart where it has one; small numbers are marked, and never hidden. */
export function ReportPart({ part, name, says }: Props) {
  const draw = useMemo(() => drawBars(isDrawn(part) ? barsOf(part) : []), [part])
  const small = part.rows.map((row) => isSmall(part, row))
  const marked = small.some(Boolean)
  const columns = part.columns.map(({ name: id, title, number }) => ({ id, title: title || id, number }))
  const all = marked ? [...columns, { id: 'small', title: words.smallColumn, number: false }] : columns
  const rows = part.rows.map((row, at): Cell[] => (marked ? [...row, small[at] ? words.small : ''] : row))
  const cells = all.map((column, at) => ({ ...column, heading: at === 0, cell: (row: Cell[]) => row[at] ?? '' }))
  return (
    <section className="report__part">
      <h2>{part.title.replace(/\d{4}-\d\d-\d\d/, formatDay)}</h2>
      {isDrawn(part) ? <Chart says={says} name={name} columns={all} rows={rows} draw={draw} /> : (
        <>
          <DataTable caption={part.title} hideCaption columns={cells} rows={rows} rowKey={(_, at) => at} />
          {rows.length > 0 && <CsvLink name={name} titles={all.map(({ title }) => title)} rows={rows} />}
        </>
      )}
      {part.note && <p className="report__note">{part.note}</p>}
      {marked && <p className="report__note">{words.smallNote(least)}</p>}
    </section>
  )
}
