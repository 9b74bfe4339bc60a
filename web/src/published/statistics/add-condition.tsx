import { Button } from '@trussworks/react-uswds'
import { type FormEvent, useState } from 'react'
import { words } from '@words/statistics'
import { useApi } from '../../api/use-api'
import { fieldInWords, inOrder } from '../fields'
import { asQuery, type Condition, type Narrowing, same } from '../question'
import type { Statistics } from './shares'

interface Props {
  fields: Statistics['fields']
  narrowing: Narrowing
  onAdd: (where: Condition[]) => void
}

/** A field and a value of it; the values that are there are offered as one types. */
export function AddCondition({ fields, narrowing, onAdd }: Props) {
  const [field, setField] = useState('drug')
  const [value, setValue] = useState('')
  const [asked, setAsked] = useState(false)
  const values = useValues(field, narrowing, asked)
  const add = (event: FormEvent) => {
    event.preventDefault()
    const condition = { field, value: value.trim() }
    if (condition.value === '') return
    onAdd([...narrowing.where.filter((each) => !same(each, condition)), condition])
    setValue('')
  }
  return (
    <form className="choose__condition" onSubmit={add} onFocus={() => setAsked(true)}>
      <fieldset className="usa-fieldset">
        <legend className="days__legend">{words.narrow}</legend>
        <div className="choose__fields">
          <div>
            <label className="usa-label" htmlFor="field">{words.field}</label>
            <select className="usa-select" id="field" value={field} onChange={({ target }) => setField(target.value)}>
              {inOrder(fields).map(({ facet, says }) => <option key={facet} value={facet}>{fieldInWords(facet, says)}</option>)}
            </select>
          </div>
          <div>
            <label className="usa-label" htmlFor="value">{words.value}</label>
            <input className="usa-input" id="value" list="values" autoComplete="off" value={value} onChange={({ target }) => setValue(target.value)} />
            <datalist id="values">{values.map((each) => <option key={each} value={each} />)}</datalist>
          </div>
          <Button type="submit" outline>{words.add}</Button>
        </div>
      </fieldset>
    </form>
  )
}

// The most frequent values among the letters that the other conditions leave. They are asked for when somebody chooses.
function useValues(field: string, { where, from, until }: Narrowing, asked: boolean): string[] {
  const others = where.filter((each) => each.field !== field)
  const query = { ...asQuery({ q: '', where: others, from, until, sort: 'relevance', skip: 0 }), facets: 'yes' as const, limit: 0 }
  const { data } = useApi('/api/determinations', { query }, { enabled: asked, staleTime: 300_000 })
  return data?.facets.find(({ facet }) => facet === field)?.values.map(({ value }) => value) ?? []
}
