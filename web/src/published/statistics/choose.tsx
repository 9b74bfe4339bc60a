import { words } from '@words/statistics'
import { Days } from '../days'
import { fieldInWords, fieldsOr, inOrder } from '../fields'
import type { Narrowing } from '../question'
import { AddCondition } from './add-condition'
import type { Statistics } from './shares'

interface Props {
  by: string
  fields: Statistics['fields']
  narrowing: Narrowing
  onChange: (change: Partial<Narrowing> & { by?: string }) => void
}

/** What is counted, of which items, and from when. */
export function Choose({ by, fields, narrowing, onChange }: Props) {
  const known = fieldsOr(fields)
  return (
    <section className="choose" aria-label={words.choose}>
      <div className="choose__by">
        <label className="usa-label" htmlFor="by">{words.by}</label>
        <select className="usa-select" id="by" value={by} onChange={({ target }) => onChange({ by: target.value })}>
          {inOrder(known.some(({ facet }) => facet === by) ? known : [...known, { facet: by, says: by }]).map(({ facet, says }) => <option key={facet} value={facet}>{fieldInWords(facet, says)}</option>)}
        </select>
      </div>
      <AddCondition fields={known} narrowing={narrowing} onAdd={(where) => onChange({ where })} />
      <Days legend={words.dates} hint={words.datesHint} from={narrowing.from} until={narrowing.until} onApply={onChange} />
    </section>
  )
}
