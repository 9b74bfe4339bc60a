import { useState } from 'react'
import { words } from '@words/determinations'
import { Days } from '../days'
import { inOrder } from '../fields'
import { type Question, toggled } from '../question'
import { FacetList } from './facet-list'
import type { Facet } from './use-search'

interface Props {
  facets: Facet[]
  question: Question
  onChange: (change: Partial<Question>) => void
}

/** What was found, counted by every field, to choose from. On a narrow screen it stands behind a button. */
export function Facets({ facets, question, onChange }: Props) {
  const [open, setOpen] = useState(false)
  const chosen = question.where.length + Number(question.from !== '') + Number(question.until !== '')
  return (
    <section className="facets" aria-label={words.narrow.title}>
      <button type="button" className="usa-button usa-button--outline facets__button" aria-expanded={open} aria-controls="facets" onClick={() => setOpen(!open)}>
        {words.narrow.button(chosen)}
      </button>
      <div id="facets" className={open ? 'facets__all facets__all--open' : 'facets__all'}>
        <h2>{words.narrow.title}</h2>
        <Days legend={words.narrow.decided} from={question.from} until={question.until} onApply={onChange} />
        {inOrder(facets).map((facet) => (
          <FacetList key={facet.facet} facet={facet} where={question.where} onToggle={(condition) => onChange({ where: toggled(question.where, condition) })} />
        ))}
      </div>
    </section>
  )
}
