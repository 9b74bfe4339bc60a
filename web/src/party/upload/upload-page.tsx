import { Link, useParams } from 'react-router-dom'
import { words as party } from '@words/party'
import { Page } from '../../shell/page'
import { UploadRecords } from './upload-records'

export default function UploadPage() {
  const { number = '' } = useParams()
  return (
    <Page title={party.upload.title} width="narrow" lead={party.upload.lead(number)}>
      <UploadRecords number={number} />
      <p><Link className="usa-link" to={`/cases/${encodeURIComponent(number)}`}>{party.upload.back}</Link></p>
    </Page>
  )
}
