import { words } from '@words/guidelines'
import type { Schema } from '../api/types'
import { Day } from '../components/day/day'
import { DataTable } from '../components/table/data-table'

const titles = words.editionColumns

export function Editions({ editions }: { editions: Schema<'Edition'>[] }) {
  return (
    <section className="guidelines__editions">
      <h2>{words.editionsTitle}</h2>
      <DataTable
        caption={words.editionsTitle} hideCaption rows={editions} rowKey={({ id }) => id} empty={words.noneInForce}
        columns={[
          { id: 'title', title: titles.title, heading: true, cell: ({ title }) => title },
          { id: 'edition', title: titles.edition, cell: ({ edition }) => edition },
          { id: 'from', title: titles.from, cell: ({ from }) => <Day on={from} /> },
          { id: 'until', title: titles.until, cell: ({ until }) => (until ? <Day on={until} /> : words.open) },
          { id: 'sections', title: titles.sections, number: true, cell: ({ sections }) => sections },
        ]}
      />
    </section>
  )
}
