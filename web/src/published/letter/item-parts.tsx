import type { ReactNode } from 'react'
import { Link } from 'react-router-dom'
import { words } from '@words/determinations'
import { Decision } from '../decision'
import { fieldInWords } from '../fields'
import { type Item, nameOf, similarAddress } from '../items'
import { searchAddress, statisticsAddress } from '../question'
import { guidelineAddress, topicOf } from './guideline-address'

/** What is known of an item, each value a way to other letters that have it. */
export function ItemParts({ item }: { item: Item }) {
  const similar = similarAddress(item)
  return (
    <li>
      <h3>{nameOf(item)}</h3>
      <p className="letter__decided"><Decision decision={item.decision} /></p>
      <dl className="parts">
        <Value field="drug" value={item.drug}><History field="drug" value={item.drug} /></Value>
        <Value field="class" value={item.drug_class} />
        <Value field="treatment" value={item.treatment}><History field="treatment" value={item.treatment} /></Value>
        <Value field="category" value={item.category} />
        <Value field="subcategory" value={item.subcategory} />
        <Values field="body-part" values={item.body_parts} />
        <Values field="guideline" values={item.guidelines} />
        <Values field="section" values={item.sections}>{(section) => <Topic section={section} />}</Values>
      </dl>
      {similar && <p className="letter__similar"><Link className="usa-link" to={similar} aria-label={words.letter.similarTo(nameOf(item))}>{words.letter.similar}</Link></p>}
    </li>
  )
}

function Value({ field, value, children }: { field: string; value: string; children?: ReactNode }) {
  return value ? <Values field={field} values={[value]}>{() => children}</Values> : null
}

/** The values of a field, as links to the letters that have them too. */
export function Values({ field, values, children }: { field: string; values: string[]; children?: (value: string) => ReactNode }) {
  if (values.length === 0) return null
  return (
    <div>
      <dt>{fieldInWords(field)}</dt>
      {values.map((value) => (
        <dd key={value}><Link className="usa-link" to={searchAddress({ where: [{ field, value }] })}>{value}</Link>{children?.(value)}</dd>
      ))}
    </div>
  )
}

const History = ({ field, value }: { field: string; value: string }) =>
  <Link className="usa-link parts__more" to={statisticsAddress('month', { where: [{ field, value }] })}>{words.letter.drugStatistics}</Link>

const Topic = ({ section }: { section: string }) =>
  <Link className="usa-link parts__more" to={guidelineAddress(section)}>{words.letter.readGuideline(topicOf(section))}</Link>
