import { words } from '@words/desk'
import { useDesk } from '../desk-context'
import { CriterionRow } from './criterion-row'
import './criteria.css'

/** What the guideline asks, with what the records say to each. Open to the reviewer from the first moment. */
export function Criteria() {
  const { item, noted, can } = useDesk()
  const { criteria, draft_shown, open } = item
  const looked = criteria.filter(({ id, answer }) => answer !== null || noted.looked?.includes(id)).length
  const answers = draft_shown && open && can('finding-accepted')
  if (criteria.length === 0) return <p className="criteria__none">{words.criteria.none}</p>
  return (
    <section aria-labelledby="criteria-title">
      <div className="criteria__head">
        <h3 id="criteria-title">{words.criteria.title}</h3>
        <span>{words.criteria.looked(looked, criteria.length)}</span>
      </div>
      {!answers && <p className="criteria__note">{draft_shown ? words.criteria.closed : words.criteria.first}</p>}
      <ol className="criteria">
        {criteria.map((criterion, at) => (
          <CriterionRow key={criterion.id} criterion={criterion} answers={answers} section={criteria[at - 1]?.section !== criterion.section} />
        ))}
      </ol>
    </section>
  )
}
