import type { ReactNode } from 'react'
import { words } from '@words/common'
import './data-table.css'

export interface Column<Row> {
  id: string
  title: string
  /** Numbers stand at the right, in figures of equal width. */
  number?: boolean
  /** Names the row: it is the row's heading. */
  heading?: boolean
  /** Its title is a button that sorts by it. */
  sortable?: boolean
  cell: (row: Row) => ReactNode
}

/** By which column the rows stand, which the page did already, and how another is asked for. */
export interface Sorting {
  by: string
  down: boolean
  onSort: (column: string) => void
}

interface Props<Row> {
  caption: string
  /** The caption is for the ear alone, because a heading above the table says the same. */
  hideCaption?: boolean
  columns: Column<Row>[]
  rows: Row[]
  rowKey: (row: Row, index: number) => string | number
  /** What stands in place of no rows: what to do next. */
  empty?: ReactNode
  sorting?: Sorting
}

/** A table whose head stays while it scrolls; on a narrow screen each row becomes a block of named values. */
export function DataTable<Row>({ caption, hideCaption, columns, rows, rowKey, empty, sorting }: Props<Row>) {
  if (rows.length === 0) return <div className="data-table__empty">{empty ?? words.table.empty}</div>
  return (
    <table className="data-table" role="table">
      <caption className={hideCaption ? 'usa-sr-only' : undefined}>{caption}</caption>
      <thead role="rowgroup">
        <tr role="row">
          {columns.map(({ id, title, number, sortable }) => (
            <th key={id} scope="col" role="columnheader" className={number ? 'data-table__number' : undefined} aria-sort={sortedAs(id, sorting)}>
              {sorting && sortable ? <SortTitle id={id} title={title} sorting={sorting} /> : title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {rows.map((row, index) => (
          <tr key={rowKey(row, index)} role="row">
            {columns.map((column) => <Cell key={column.id} column={column} row={row} />)}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

const sortedAs = (id: string, sorting: Sorting | undefined) => (sorting?.by !== id ? undefined : sorting.down ? 'descending' : 'ascending')

// The title alone is for a narrow screen, where the head is for the ear and nothing in it can be pressed.
function SortTitle({ id, title, sorting }: { id: string; title: string; sorting: Sorting }) {
  const here = sorting.by === id
  return (
    <>
      <span className="data-table__title">{title}</span>
      <button type="button" className="data-table__sort" onClick={() => sorting.onSort(id)}>
        {title}
        <span aria-hidden="true">{here ? (sorting.down ? ' ▾' : ' ▴') : ''}</span>
      </button>
    </>
  )
}

function Cell<Row>({ column, row }: { column: Column<Row>; row: Row }) {
  const { title, number, heading, cell } = column
  const named = { 'data-title': title, className: number ? 'data-table__number' : undefined }
  return heading
    ? <th scope="row" role="rowheader" {...named}>{cell(row)}</th>
    : <td role="cell" {...named}>{cell(row)}</td>
}
