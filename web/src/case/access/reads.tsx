import { useState } from 'react'
import { words } from '@words/case'
import type { Answer } from '../../api/types'
import { useApi } from '../../api/use-api'
import { Day } from '../../components/day/day'
import { type Column, DataTable } from '../../components/table/data-table'
import { Section } from '../aside/section'
import type { Case } from '../use-case'

type Read = Answer<'get', '/api/cases/{number}/reads'>['reads'][number]

/** Who read which record of the case; for the medical director and quality. It is read when somebody asks for it. */
export function Reads({ number, records }: { number: string; records: Case['records'] }) {
  const [wanted, setWanted] = useState(false)
  const log = useApi('/api/cases/{number}/reads', { params: { number } }, { enabled: wanted, staleTime: 0 })
  const nameOf = (document: string | null) => records.find((each) => each.document === document)?.name ?? document?.slice(0, 12) ?? ''
  const say = words.reads.columns
  const columns: Column<Read>[] = [
    { id: 'at', title: say.at, heading: true, cell: ({ at }) => <Day on={at} /> },
    { id: 'who', title: say.who, cell: ({ who }) => who },
    { id: 'what', title: say.what, cell: ({ what }) => words.reads.kinds[what] ?? what },
    { id: 'document', title: say.document, cell: ({ document }) => nameOf(document) },
    { id: 'why', title: say.why, cell: ({ why }) => why },
  ]
  return (
    <Section title={words.reads.title}>
      <details onToggle={({ currentTarget }) => setWanted(currentTarget.open)}>
        <summary>{words.reads.show}</summary>
        {log.error && <p role="alert">{log.error.words}</p>}
        {log.data && <DataTable caption={words.reads.title} hideCaption columns={columns} rows={log.data.reads} rowKey={(_, at) => at} empty={words.reads.none} />}
      </details>
    </Section>
  )
}
