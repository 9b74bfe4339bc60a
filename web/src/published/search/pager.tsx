import { Link } from 'react-router-dom'
import { words } from '@words/determinations'
import { farthest, type Question, searchAddress } from '../question'
import { pageLength } from './use-search'

interface Props {
  question: Question
  shown: number
  total: number
  exact: boolean
}

/** Which letters stand here, and the pages before and after. */
export function Pager({ question, shown, total, exact }: Props) {
  const { skip } = question
  const hasNext = skip + shown < total && shown > 0
  const isLast = skip + pageLength > farthest
  return (
    <nav className="pager" aria-label={words.pages}>
      {skip > 0 && <Link className="usa-button usa-button--outline" rel="prev" to={searchAddress({ ...question, skip: Math.max(0, skip - pageLength) })}>{words.before}</Link>}
      <p>{words.shown(skip + 1, skip + shown, total, exact)}{hasNext && isLast && <> {words.farthest}</>}</p>
      {hasNext && !isLast && <Link className="usa-button usa-button--outline" rel="next" to={searchAddress({ ...question, skip: skip + pageLength })}>{words.after}</Link>}
    </nav>
  )
}
