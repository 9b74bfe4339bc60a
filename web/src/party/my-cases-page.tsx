import { Button } from '@trussworks/react-uswds'
import { useInfiniteQuery } from '@tanstack/react-query'
import { Link } from 'react-router-dom'
import { words } from '@words/party'
import { get } from '../api/client'
import type { ApiError } from '../api/problem'
import type { Answer, Schema } from '../api/types'
import { apiKey } from '../api/use-api'
import { Day } from '../components/day/day'
import { DataTable } from '../components/table/data-table'
import { keptAnswers } from '../filing/kept'
import { useSession } from '../session/session'
import { Loading } from '../shell/loading'
import { Page } from '../shell/page'
import { capital } from './capital'
import './party.css'

type Answered = Answer<'get', '/api/my-cases'>

/** The cases of a party: those that go on first, then those that have ended. */
export default function MyCasesPage() {
  const session = useSession(true)
  const applicant = session?.role === 'applicant'
  const cases = useInfiniteQuery<Answered, ApiError, { pages: Answered[] }, unknown[], string | null>({
    queryKey: apiKey('/api/my-cases', { pages: true }),
    queryFn: ({ pageParam, signal }) => get('/api/my-cases', { query: { ...(pageParam && { cursor: pageParam }) } }, signal),
    initialPageParam: null,
    getNextPageParam: ({ next }) => next,
  })
  if (cases.isError && !cases.data) throw cases.error
  const rows = cases.data?.pages.flatMap((page) => page.rows) ?? []
  const open = rows.filter(({ ended }) => !ended)
  const ended = rows.filter(({ ended }) => ended)
  const draft = applicant && session && keptAnswers(session.account)
  return (
    <Page title={words.title} lead={words.lead} aside={applicant && <Link className="usa-button my-cases__file" to="/file">{words.file}</Link>}>
      {draft && <p className="my-cases__draft">{words.draft} <Link className="usa-link" to="/file">{words.draftLink}</Link></p>}
      {!cases.data && <Loading />}
      {cases.data && rows.length === 0 && <p className="party__none">{applicant ? words.none.applicant : words.none.administrator}</p>}
      {open.length > 0 && <Cases title={words.open} rows={open} />}
      {ended.length > 0 && <Cases title={words.ended} rows={ended} />}
      {cases.hasNextPage && <Button type="button" outline disabled={cases.isFetchingNextPage} onClick={() => void cases.fetchNextPage()}>{words.more}</Button>}
    </Page>
  )
}

function Cases({ title, rows }: { title: string; rows: Schema<'PartyRow'>[] }) {
  const { columns } = words
  return (
    <section className="my-cases__group">
      <h2>{title} <span className="party__count">{rows.length}</span></h2>
      <DataTable
        caption={title} hideCaption rows={rows} rowKey={({ case_number }) => case_number}
        columns={[
          { id: 'case', title: columns.case, heading: true, cell: ({ case_number }) => <Link className="usa-link" to={`/cases/${encodeURIComponent(case_number)}`}>{case_number}</Link> },
          { id: 'says', title: columns.says, cell: ({ says }) => capital(says) },
          { id: 'received', title: columns.received, cell: ({ received }) => (received ? <Day on={received.slice(0, 10)} /> : '–') },
        ]}
      />
    </section>
  )
}
