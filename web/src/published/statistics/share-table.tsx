import { Link } from 'react-router-dom'
import { words } from '@words/statistics'
import { type Column, DataTable } from '../../components/table/data-table'
import { type Narrowing, searchAddress } from '../question'
import { labelOf, orderAfter, percent, readOrder, type Row, sorted, type Sortable, sortables, type Statistics, writeOrder } from './shares'

interface Props {
  statistics: Statistics
  field: string
  narrowing: Narrowing
  sort: string
  onSort: (sort: string) => void
}

type Line = Row & { isAll?: boolean }

/** Every figure; small numbers are marked and never hidden. All together stands last, in any order. */
export function ShareTable({ statistics: { by, rows, all }, field, narrowing, sort, onSort }: Props) {
  const order = readOrder(sort)
  const { columns: titles } = words
  const figure = (id: 'items' | 'upheld' | 'overturned'): Column<Line> => ({ id, title: titles[id], number: true, sortable: true, cell: (row) => row[id].toLocaleString('en-US') })
  const columns: Column<Line>[] = [
    { id: 'value', title: field, heading: true, sortable: true, cell: (row) => <Value by={by} row={row} narrowing={narrowing} /> },
    figure('items'), figure('upheld'), figure('overturned'),
    { id: 'share', title: titles.share, number: true, sortable: true, cell: ({ share }) => (share ? percent(share.value) : '') },
    { id: 'interval', title: titles.interval, number: true, cell: ({ share }) => (share ? words.interval(percent(share.low), percent(share.high)) : '') },
    { id: 'few', title: titles.few, cell: ({ few }) => few && <span className="figures__small">{words.small}</span> },
  ]
  const lines: Line[] = [...sorted(rows, order), { ...all, isAll: true }]
  const counted = rows.reduce((sum, { items }) => sum + items, 0)
  return (
    <section className="figures__table" aria-label={words.table(field)}>
      <SortSelect field={field} sort={sort} onSort={onSort} />
      <DataTable
        caption={words.table(field)} hideCaption columns={columns} rows={lines} rowKey={(row, at) => (row.isAll ? 'all' : row.value ?? `none-${at}`)}
        sorting={{ by: order?.by ?? '', down: order?.down ?? false, onSort: (column) => onSort(writeOrder(orderAfter(order, column as Sortable))) }}
      />
      {counted > all.items && <p className="published__note">{words.severalNote}</p>}
    </section>
  )
}

function Value({ by, row, narrowing: { where, from, until } }: { by: string; row: Line; narrowing: Narrowing }) {
  if (row.isAll) return <span>{words.all} <span className="figures__once">{words.allNote}</span></span>
  if (row.value === null) return <span className="figures__none">{words.notStated}</span>
  const others = where.filter(({ field }) => field !== by)
  return <Link className="usa-link" to={searchAddress({ where: [...others, { field: by, value: row.value }], from, until })}>{labelOf(by, row.value)}</Link>
}

// On a narrow screen the table has no head to press.
function SortSelect({ field, sort, onSort }: { field: string; sort: string; onSort: (sort: string) => void }) {
  const titles: Record<Sortable, string> = { ...words.columns, value: field }
  return (
    <div className="figures__sort">
      <label className="usa-label" htmlFor="order">{words.sortBy}</label>
      <select className="usa-select" id="order" value={sort} onChange={({ target }) => onSort(target.value)}>
        <option value="">{words.asCounted}</option>
        {sortables.flatMap((by) => [true, false].map((down) => <option key={`${by}${down}`} value={writeOrder({ by, down })}>{words.order(titles[by], down)}</option>))}
      </select>
    </div>
  )
}
