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
  cell: (row: Row) => ReactNode
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
}

/** A table whose head stays while it scrolls; on a narrow screen each row becomes a block of named values. */
export function DataTable<Row>({ caption, hideCaption, columns, rows, rowKey, empty }: Props<Row>) {
  if (rows.length === 0) return <div className="data-table__empty">{empty ?? words.table.empty}</div>
  return (
    <table className="data-table" role="table">
      <caption className={hideCaption ? 'usa-sr-only' : undefined}>{caption}</caption>
      <thead role="rowgroup">
        <tr role="row">
          {columns.map(({ id, title, number }) => (
            <th key={id} scope="col" role="columnheader" className={number ? 'data-table__number' : undefined}>{title}</th>
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

function Cell<Row>({ column, row }: { column: Column<Row>; row: Row }) {
  const { title, number, heading, cell } = column
  const named = { 'data-title': title, className: number ? 'data-table__number' : undefined }
  return heading
    ? <th scope="row" role="rowheader" {...named}>{cell(row)}</th>
    : <td role="cell" {...named}>{cell(row)}</td>
}
