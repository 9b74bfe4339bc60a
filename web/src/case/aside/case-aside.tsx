import type { Role, Schema } from '../../api/types'
import type { Case } from '../use-case'
import { Documents } from './documents'
import { Dates, Fees, Reviewers } from './facts'
import { Items } from './items'
import { Parties } from './parties'
import { Sent } from './sent'

/** What belongs to a case: items, parties, records, papers, reviewers, dates and the fee. */
export function CaseAside({ read, programme, role }: { read: Case; programme: Schema<'Programme'>; role: Role }) {
  const named = (list: Schema<'Named'>[]) => (id: string) => list.find((each) => each.id === id)?.says ?? id
  const number = read.case_number
  const way = named(programme.channels)
  const party = (id: string) => read.parties.find((each) => each.role === id)?.name ?? named(programme.parties)(id)
  return (
    <div className="case__aside">
      <Items items={read.items} />
      <Parties parties={read.parties} way={way} />
      <Documents number={number} records={read.records} letters={read.letters} />
      <Sent number={number} sent={read.sent} notice={named(programme.notices ?? [])} party={party} way={way} />
      {read.reviewers && <Reviewers reviewers={read.reviewers} linked={role === 'assign' || role === 'medical-director'} />}
      <Dates dates={read.dates} />
      <Fees fee={read.fee ?? null} invoiced={read.invoiced_cents ?? null} />
    </div>
  )
}
