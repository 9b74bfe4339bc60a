import { words } from '@words/party'
import type { Schema } from '../api/types'
import { Day } from '../components/day/day'
import { DataTable } from '../components/table/data-table'
import { capital } from './capital'
import { DocumentLink } from './document-link'
import { recordName } from './record-name'

const titles = words.recordColumns

/** What both sides have sent. */
export function Records({ of: { case_number, records } }: { of: Schema<'Case'> }) {
  return (
    <section>
      <h2>{words.records}</h2>
      <DataTable
        caption={words.records} hideCaption rows={records} rowKey={({ document, name }) => document + name} empty={words.noRecords}
        columns={[
          { id: 'name', title: titles.name, heading: true, cell: ({ document, name }) => <DocumentLink number={case_number} document={document}>{recordName(name)}</DocumentLink> },
          { id: 'kind', title: titles.kind, cell: ({ kind }) => (kind ? words.recordKinds[kind] ?? capital(kind.replaceAll('_', ' ')) : '–') },
          { id: 'date', title: titles.date, cell: ({ date }) => (date ? <Day on={date} /> : '–') },
          { id: 'received', title: titles.received, cell: ({ received }) => <Day on={received.slice(0, 10)} /> },
        ]}
      />
    </section>
  )
}
