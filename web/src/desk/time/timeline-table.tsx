import { words } from '@words/desk'
import { Day } from '../../components/day/day'
import { DataTable } from '../../components/table/data-table'
import { useDesk } from '../desk-context'
import { placeTitle } from '../place-words'
import type { TimelineRow } from '../types'

export function TimelineTable({ rows }: { rows: TimelineRow[] }) {
  const { desk, show } = useDesk()
  const points = rows.flatMap(({ name, points }) => points.map((point) => ({ name, ...point })))
  const { what, from, to, says, place } = words.timeline.columns
  return (
    <DataTable
      caption={words.timeline.caption}
      rows={points}
      rowKey={(_, at) => at}
      columns={[
        { id: 'what', title: what, heading: true, cell: (point) => point.name },
        { id: 'from', title: from, cell: (point) => <Day on={point.from} /> },
        { id: 'to', title: to, cell: (point) => <Day on={point.to} /> },
        { id: 'says', title: says, cell: (point) => [point.value, point.what].filter(Boolean).join(', ') },
        { id: 'place', title: place, cell: (point) => <button type="button" className="link-button" onClick={() => show(point.place)}>{placeTitle(desk, point.place)}</button> },
      ]}
    />
  )
}
