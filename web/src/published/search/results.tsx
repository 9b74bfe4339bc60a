import { type ReactNode, useEffect, useRef } from 'react'
import { Link } from 'react-router-dom'
import { words } from '@words/determinations'
import type { Schema } from '../../api/types'
import { Chosen } from '../chosen'
import { type Question, searchAddress, type Sort } from '../question'
import { NothingFound } from './nothing-found'
import { Pager } from './pager'
import { Result } from './result'

interface Props {
  answer: Schema<'FoundDeterminations'>
  question: Question
  /** The answer is still that of the question before. */
  busy: boolean
  onChange: (change: Partial<Question>) => void
  /** What can be done with the search. */
  children: ReactNode
}

/** What was found: how much, in which order, the letters, and the other pages. */
export function Results({ answer, question, busy, onChange, children }: Props) {
  const heading = useFocusOnNewPage(question.skip)
  const { total, exact, letters, suggestion, found } = answer
  return (
    <section className="results" aria-labelledby="results" aria-busy={busy}>
      <div className="results__top">
        <h2 id="results" ref={heading} tabIndex={-1}>{words.results}</h2>
        <p className="results__count" role="status">{words.found(total, exact, letters)}</p>
        <SortBy sort={question.sort} onChange={(sort) => onChange({ sort })} />
      </div>
      {children}
      <Chosen narrowing={question} onChange={onChange} />
      {suggestion && (
        <p className="results__suggestion">
          {words.didYouMean} <Link className="usa-link" to={searchAddress({ ...question, q: suggestion, skip: 0 })}>{suggestion}</Link>?
        </p>
      )}
      {found.length === 0 && !busy && <NothingFound question={question} total={total} letters={letters} />}
      <ol className="results__list" start={question.skip + 1}>
        {found.map((each) => <Result key={each.id} found={each} question={question} />)}
      </ol>
      {found.length > 0 && <Pager question={question} shown={found.length} total={total} exact={exact} />}
    </section>
  )
}

function SortBy({ sort, onChange }: { sort: Sort; onChange: (sort: Sort) => void }) {
  const sorts: Sort[] = ['relevance', 'newest', 'oldest']
  return (
    <div className="results__sort">
      <label className="usa-label" htmlFor="sort">{words.sort.label}</label>
      <select className="usa-select" id="sort" value={sort} onChange={({ target }) => onChange(target.value as Sort)}>
        {sorts.map((each) => <option key={each} value={each}>{words.sort[each]}</option>)}
      </select>
    </div>
  )
}

// Another page begins at its top, for the eye and for the ear.
function useFocusOnNewPage(skip: number) {
  const heading = useRef<HTMLHeadingElement>(null)
  const before = useRef(skip)
  useEffect(() => {
    if (before.current === skip) return
    before.current = skip
    heading.current?.focus()
  }, [skip])
  return heading
}
