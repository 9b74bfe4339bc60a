import { words } from '@words/desk'
import { Day } from '../../components/day/day'
import { DataTable } from '../../components/table/data-table'
import { useDesk } from '../desk-context'
import type { Document } from '../types'

interface Row {
  document: Document
  /** A report found in the document; none: the document itself. */
  part: Document['parts'][number] | null
}

/** The documents of the case with the reports found in them: what each is, of when, how long, what of it is repeated or cannot be read. */
export function DocumentList() {
  const { desk, turn } = useDesk()
  const { name, kind, date, pages, remarks } = words.records.columns
  const open = ({ document, part }: Row) => turn(document, part?.page ?? 1)
  return (
    <div className="documents" tabIndex={0} role="region" aria-label={words.records.list}>
      <DataTable
        caption={words.records.list}
        hideCaption
        rows={desk.documents.flatMap(rowsOf)}
        rowKey={(_, at) => at}
        empty={words.records.none}
        columns={[
          { id: 'name', title: name, heading: true, cell: (row) => <button type="button" className={row.part ? 'link-button documents__part' : 'link-button'} onClick={() => open(row)}>{nameOf(row)}</button> },
          { id: 'kind', title: kind, cell: ({ document, part }) => (part ?? document).kind?.replaceAll('_', ' ') ?? '' },
          { id: 'date', title: date, cell: ({ document, part }) => <Day on={(part ?? document).date} /> },
          { id: 'pages', title: pages, number: true, cell: ({ document, part }) => (part ?? document).pages.toLocaleString('en-US') },
          { id: 'remarks', title: remarks, cell: ({ document, part }) => (part ? '' : remarksOf(document)) },
        ]}
      />
    </div>
  )
}

// A document that is one report alone is listed once.
const rowsOf = (document: Document): Row[] => [
  { document, part: null },
  ...(document.parts.length > 1 ? document.parts.map((part) => ({ document, part })) : []),
]

const nameOf = ({ document, part }: Row) => (part ? words.find.onPage(part.page) : document.name)

function remarksOf({ unreadable, repeated }: Document): string {
  return [unreadable > 0 && words.records.unreadable(unreadable), repeated > 0 && words.records.repeated(repeated)].filter(Boolean).join(', ')
}
