import { useNavigate } from 'react-router-dom'
import { words } from '@words/reviewers'
import { reviewerAddress } from '../../case/addresses'
import { Page } from '../../shell/page'
import { EditReviewer } from './edit-reviewer'
import { nobody } from './shape'
import './reviewers.css'

export default function NewReviewerPage() {
  const navigate = useNavigate()
  return (
    <Page title={words.newTitle} width="narrow">
      <EditReviewer start={nobody} isNew onKept={(id) => void navigate(reviewerAddress(id))} onCancel={() => void navigate('/reviewers')} />
    </Page>
  )
}
