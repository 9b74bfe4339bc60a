import { Link } from 'react-router-dom'
import { words } from '@words/assign'
import type { Answer } from '../../api/types'
import { caseAddress, reviewerAddress } from '../../case/addresses'
import { type Column, DataTable } from '../../components/table/data-table'

export type Result = Answer<'post', '/api/assignments'>
type Proposal = Result['proposals'][number]

const to = (number: string) => <Link className="usa-link" to={caseAddress(number)}>{number}</Link>

/** Who is proposed for which case, and why. */
export function Proposals({ proposals, recorded }: { proposals: Proposal[]; recorded: boolean }) {
  if (proposals.length === 0) return null
  const columns: Column<Proposal>[] = [
    { id: 'number', title: words.columns.number, heading: true, cell: ({ case_number }) => to(case_number) },
    { id: 'reviewer', title: words.columns.reviewer, cell: ({ reviewer }) => <Link className="usa-link" to={reviewerAddress(reviewer)}>{reviewer}</Link> },
    ...(recorded ? [{ id: 'recorded', title: words.columns.recorded, cell: ({ recorded: how }: Proposal) => <span className={`assign__${how}`}>{words.recorded[how]}</span> }] : []),
    { id: 'reasons', title: words.columns.reasons, cell: ({ reasons }) => <Reasons reasons={reasons} /> },
  ]
  return (
    <section className="assign__part">
      <h2>{words.proposals}</h2>
      <DataTable caption={words.proposals} hideCaption columns={columns} rows={proposals} rowKey={({ case_number, reviewer }) => `${case_number} ${reviewer}`} />
    </section>
  )
}

// The first says why; the others tell of those who were not proposed.
function Reasons({ reasons }: { reasons: string[] }) {
  const [first, ...others] = reasons
  return (
    <div>
      {first}
      {others.length > 0 && (
        <details>
          <summary>{words.more}</summary>
          <ul>{others.map((reason) => <li key={reason}>{reason}</li>)}</ul>
        </details>
      )}
    </div>
  )
}

/** The cases that could not be given to anybody, and why. */
export function Unassigned({ unassigned }: { unassigned: Result['unassigned'] }) {
  if (unassigned.length === 0) return null
  const columns: Column<Result['unassigned'][number]>[] = [
    { id: 'number', title: words.columns.number, heading: true, cell: ({ case_number }) => to(case_number) },
    { id: 'why', title: words.columns.why, cell: ({ why }) => why },
  ]
  return (
    <section className="assign__part">
      <h2>{words.unassigned}</h2>
      <DataTable caption={words.unassigned} hideCaption columns={columns} rows={unassigned} rowKey={({ case_number }) => case_number} />
    </section>
  )
}
