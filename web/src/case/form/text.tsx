import { Field } from '../../components/field/field'
import { errorsOf, type Labelled, labelOf } from './labelled'
import './form.css'

interface Typed {
  value: string
  onChange: (value: string) => void
  /** More than one makes it a text of several lines. */
  rows?: number
  type?: 'text' | 'date' | 'time'
  numeric?: boolean
  maxLength?: number
}

/** A line or several of text, a day, a number. */
export function Text({ value, onChange, rows = 1, type = 'text', numeric = false, maxLength, ...labelled }: Labelled & Typed) {
  const short = numeric || type !== 'text' ? ' field__short' : ''
  const wrong = labelled.error ? ' usa-input--error' : ''
  const common = { value, onChange: ({ target }: { target: { value: string } }) => onChange(target.value), ...(maxLength && { maxLength }) }
  return (
    <div className="field">
      <Field id={labelled.id} label={labelOf(labelled)} hint={labelled.hint} errors={errorsOf(labelled)}>
        {(described) => rows > 1
          ? <textarea className={`usa-textarea${wrong}`} rows={rows} {...described} {...common} />
          : <input className={`usa-input${short}${wrong}`} type={type} {...(numeric && { inputMode: 'numeric' as const })} autoComplete="off" {...described} {...common} />}
      </Field>
    </div>
  )
}
