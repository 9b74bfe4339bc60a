import { words } from '@words/case'
import { Day } from '../../components/day/day'
import type { Case } from '../use-case'
import { Section } from './section'

type Item = Case['items'][number]

/** The treatments in dispute, with what was decided on each and, for the organization, by whom and why. */
export function Items({ items }: { items: Item[] }) {
  return (
    <Section title={words.items.title}>
      <ol className="part__list">
        {items.map((item) => <li key={item.item}><One {...item} /></li>)}
      </ol>
    </Section>
  )
}

function One({ item, text, service_date, ended, from_case, decision, drafted, reviews = [] }: Item) {
  return (
    <>
      <div className="part__row">
        <span>{item}. {text}</span>
        <span className="part__decision">{ended === null ? (decision ?? words.items.undecided) : words.items.ended}</span>
      </div>
      {ended !== null && <small>{ended}</small>}
      {service_date && <small>{words.items.service} <Day on={service_date} /></small>}
      {from_case && <small>{words.items.from(from_case)}</small>}
      {drafted && <small>{words.items.drafted}: {drafted}</small>}
      {reviews.map(({ reviewer, decision: theirs, rationale, citation }) => (
        <details key={reviewer}>
          <summary>{words.items.review(reviewer)}: {theirs}</summary>
          <p>{rationale}</p>
          {citation && <small>{words.items.citation}: {citation}</small>}
        </details>
      ))}
    </>
  )
}
