import { Button } from '@trussworks/react-uswds'
import { useState } from 'react'
import { Link, useParams } from 'react-router-dom'
import { words } from '@words/filing'
import { Day } from '../components/day/day'
import { UploadRecords } from '../party/upload/upload-records'
import { useSession } from '../session/session'
import { Page } from '../shell/page'
import { keptReceipt } from './kept'
import { takePicked } from './picked'
import './filing.css'

const said = words.receipt

/** The number, the date that counts and what happens next; then the records that were chosen go off. */
export default function ReceiptPage() {
  const { number = '' } = useParams()
  const session = useSession(true)
  const account = session?.account ?? ''
  const [files] = useState(() => takePicked(account))
  const receipt = keptReceipt(account, number)
  if (!receipt) return <Page title={words.title} width="narrow" lead={said.gone}><ToCase number={number} /></Page>
  return (
    <Page title={said.title} width="narrow" lead={said.sent(session?.name ?? '')}>
      <dl className="filing__receipt">
        <div><dt>{said.number}</dt><dd className="filing__number-given">{receipt.case_number}</dd></div>
        <div><dt>{said.counts}</dt><dd><Day on={receipt.received} /></dd></div>
      </dl>
      <p>{said.keep} <Button type="button" unstyled onClick={() => print()}>{said.print}</Button></p>
      <h2 className="filing__heading">{said.next}</h2>
      <ol className="usa-list">{receipt.next.map((step) => <li key={step}>{step}</li>)}</ol>
      <section className="filing__records">
        <h2 className="filing__heading">{said.records}</h2>
        <p>{words.records.denial}</p>
        <UploadRecords number={number} chosen={files} />
      </section>
      <ToCase number={number} />
    </Page>
  )
}

const ToCase = ({ number }: { number: string }) => (
  <p><Link className="usa-link" to={`/cases/${encodeURIComponent(number)}`}>{said.toCase}</Link></p>
)
