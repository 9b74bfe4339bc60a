import { Link } from 'react-router-dom'
import { words } from '@words/determinations'
import { questionInWords } from '../fields'
import { feedAddress, type Question, statisticsAddress } from '../question'
import { addressToKeep, withSaved } from './saved'
import type { SavedSearches } from './use-saved'

/** The ways to come back to a search: kept in this browser, as a feed, as figures. */
export function Follow({ question, searches: { saved, said, keep } }: { question: Question; searches: SavedSearches }) {
  const address = addressToKeep(question)
  const isSaved = saved.some((each) => each.address === address)
  const save = () => keep(withSaved(saved, { name: questionInWords(question), address }), words.follow.isSaved)
  return (
    <p className="follow">
      {!isSaved && <button type="button" className="usa-button usa-button--unstyled" onClick={save}>{words.follow.save}</button>}
      <a className="usa-link" href={feedAddress(question)} type="application/atom+xml">{words.follow.feed}</a>
      <Link className="usa-link" to={statisticsAddress('category', question)}>{words.follow.statistics}</Link>
      <span role="status">{said || (isSaved && words.follow.isSaved)}</span>
    </p>
  )
}
