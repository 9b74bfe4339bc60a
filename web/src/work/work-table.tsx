import { Link } from 'react-router-dom'
import { words } from '@words/work'
import type { Schema } from '../api/types'
import { Due } from '../components/day/day'
import { type Column, DataTable } from '../components/table/data-table'

type Row = Schema<'WorkRow'>

interface Props {
  rows: Row[]
  today: string
  /** Where the number of a case leads. */
  to: (number: string) => string
  /** Who has a case is for staff alone. */
  showWho: boolean
}

export function WorkTable({ rows, today, to, showWho }: Props) {
  const who: Column<Row> = { id: 'who', title: words.columns.who, cell: ({ reviewer }) => reviewer ?? <span className="work__none">{words.nobody}</span> }
  const columns: Column<Row>[] = [
    { id: 'number', title: words.columns.number, heading: true, cell: ({ case_number }) => <Link className="usa-link" to={to(case_number)}>{case_number}</Link> },
    { id: 'due', title: words.columns.due, cell: ({ due }) => <Due on={due} today={today} /> },
    { id: 'items', title: words.columns.items, cell: ({ items }) => <Items items={items} /> },
    { id: 'state', title: words.columns.state, cell: ({ says }) => <span className="work__state">{says}</span> },
    { id: 'priority', title: words.columns.priority, cell: ({ priority }) => <Priority priority={priority} /> },
    ...(showWho ? [who] : []),
  ]
  return <div className="work__table"><DataTable caption={words.caption} hideCaption columns={columns} rows={rows} rowKey={({ case_number }) => case_number} /></div>
}

// On one line: the first item, cut where it is long, and how many more there are.
function Items({ items }: { items: string[] }) {
  const [first, ...others] = items
  return (
    <span className="work__items" title={items.join('\n')}>
      <span>{first}</span>
      {others.length > 0 && <small>{words.more(others.length)}</small>}
    </span>
  )
}

function Priority({ priority }: { priority: string }) {
  if (priority === 'expedited') return <strong className="work__expedited">{words.expedited}</strong>
  return <span className="work__none">{priority === 'standard' ? words.standard : priority}</span>
}
