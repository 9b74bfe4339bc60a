import { Link } from 'react-router-dom'
import { words } from '@words/reviewers'
import { useFilters } from '../../address/use-filters'
import type { Schema } from '../../api/types'
import { useApi } from '../../api/use-api'
import { reviewerAddress } from '../../case/addresses'
import { Text } from '../../case/form/text'
import { type Column, DataTable } from '../../components/table/data-table'
import { useSession } from '../../session/session'
import { Loading } from '../../shell/loading'
import { Page } from '../../shell/page'
import { findReviewers } from './find-reviewers'
import { Holds } from './holds'
import './reviewers.css'

type Row = Schema<'ReviewerRow'>

const noFilters = { find: '', only: '' }

/** The expert reviewers: who may review today, or by which rule not, and what they have been asked to take. */
export default function ReviewersPage() {
  const [filters, change] = useFilters(noFilters)
  const enters = useSession()!.role === 'assign'
  const { data } = useApi('/api/reviewers', {}, { throwOnError: (_, { state }) => state.data === undefined })
  const rows = data ? findReviewers(data.reviewers, filters.find, filters.only === 'may') : []
  const aside = enters && <Link className="usa-button reviewers__enter" to="/new-reviewer">{words.enter}</Link>
  return (
    <Page title={words.title} aside={aside} lead={data && words.may(data.reviewers.filter(({ may_review }) => may_review).length, data.reviewers.length)}>
      {!data ? <Loading /> : (
        <>
          <div className="reviewers__filters" role="group" aria-label={words.filters}>
            <Text id="find" label={words.find} value={filters.find} onChange={(find) => change({ find })} />
            <div className="usa-checkbox">
              <input className="usa-checkbox__input" id="only" type="checkbox" checked={filters.only === 'may'} onChange={({ target }) => change({ only: target.checked ? 'may' : '' })} />
              <label className="usa-checkbox__label" htmlFor="only">{words.onlyMay}</label>
            </div>
          </div>
          <DataTable caption={words.caption} hideCaption columns={columns} rows={rows} rowKey={({ reviewer }) => reviewer} empty={data.reviewers.length === 0 ? words.none : words.noneFound} />
        </>
      )}
    </Page>
  )
}

const columns: Column<Row>[] = [
  { id: 'id', title: words.columns.id, heading: true, cell: ({ reviewer }) => <Link className="usa-link" to={reviewerAddress(reviewer)}>{reviewer}</Link> },
  { id: 'may', title: words.columns.may, cell: ({ may_review, bar }) => <Holds holds={may_review} yes={words.yes} no={bar ?? words.no} /> },
  { id: 'specialties', title: words.columns.specialties, cell: ({ specialties }) => specialties.join(', ') },
  { id: 'states', title: words.columns.states, cell: ({ states }) => states.join(', ') },
  { id: 'today', title: words.columns.today, number: true, cell: ({ today }) => today },
  { id: 'week', title: words.columns.week, number: true, cell: ({ this_week }) => this_week },
]
