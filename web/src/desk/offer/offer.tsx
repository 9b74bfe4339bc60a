import { words } from '@words/desk'
import { useApi } from '../../api/use-api'
import { Due } from '../../components/day/day'
import { DataTable } from '../../components/table/data-table'
import { Page } from '../../shell/page'
import type { Desk } from '../types'
import { AcceptForm } from './accept-form'
import { DeclineForm } from './decline-form'
import './offer.css'

/** Whether the reviewer takes the case: who takes part, what is in dispute, the attestation, or the way back. */
export function Offer({ desk }: { desk: Desk }) {
  const number = desk.case_number
  const { data } = useApi('/api/cases/{number}', { params: { number } })
  return (
    <Page title={words.offer.title(number)} width="narrow" lead={words.offer.lead} aside={desk.due && <Due on={desk.due} today={desk.today} />}>
      <section className="offer">
        <h2>{words.offer.items}</h2>
        <ol>{desk.items.map(({ item, text }) => <li key={item}>{text}</li>)}</ol>
        <p>{words.offer.records(desk.documents.length)}, {words.pages(desk.documents.reduce((sum, { pages }) => sum + pages, 0))}.</p>
        <h2>{words.offer.parties}</h2>
        {data && (
          <DataTable caption={words.offer.parties} hideCaption rows={data.parties} rowKey={(_, at) => at}
            columns={[
              { id: 'role', title: words.offer.by, heading: true, cell: ({ says }) => says },
              { id: 'name', title: words.offer.name, cell: ({ name }) => name },
            ]} />
        )}
        <AcceptForm desk={desk} />
        <DeclineForm number={number} />
      </section>
    </Page>
  )
}
