import { words } from '@words/acts'
import { Field } from '../../components/field/field'
import { Group } from './group'
import { errorsOf, type Labelled, labelOf } from './labelled'
import './form.css'

export interface Option {
  id: string
  says: string
}

interface One {
  options: Option[]
  value: string
  onChange: (value: string) => void
}

/** One of several, by a list to open. */
export function Choice({ value, onChange, options, ...labelled }: Labelled & One) {
  return (
    <div className="field">
      <Field id={labelled.id} label={labelOf(labelled)} hint={labelled.hint} errors={errorsOf(labelled)}>
        {(described) => (
          <select className="usa-select" {...described} value={value} onChange={({ target }) => onChange(target.value)}>
            <option value="">{words.choose}</option>
            {options.map(({ id, says }) => <option key={id} value={id}>{says}</option>)}
          </select>
        )}
      </Field>
    </div>
  )
}

interface Many {
  options: Option[]
  values: string[]
  onChange: (values: string[]) => void
}

/** Any of several. */
export function Choices({ values, onChange, options, ...labelled }: Labelled & Many) {
  const change = (each: string, on: boolean) => onChange(options.map(({ id }) => id).filter((id) => (id === each ? on : values.includes(id))))
  return (
    <Group {...labelled}>
      {options.map(({ id: each, says }) => (
        <div key={each} className="usa-checkbox">
          <input className="usa-checkbox__input" id={`${labelled.id}-${each}`} type="checkbox" checked={values.includes(each)} onChange={({ target }) => change(each, target.checked)} />
          <label className="usa-checkbox__label" htmlFor={`${labelled.id}-${each}`}>{says}</label>
        </div>
      ))}
    </Group>
  )
}
