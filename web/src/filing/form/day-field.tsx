import { words } from '@words/filing'
import { type DayParts, joinDay, partsOf } from './days'
import { FieldMessage, groupOf, Optional } from './field-message'

interface Props {
  id: string
  label: string
  hint?: string | undefined
  optional?: boolean
  /** `YYYY-MM-DD`, or as much of it as was entered. */
  value: string
  error?: string | undefined
  onChange: (value: string) => void
}

/** A day that somebody knows, typed part by part: no calendar to leaf through. */
export function DayField({ id, label, hint, optional, value, error, onChange }: Props) {
  const parts = partsOf(value)
  const set = (change: Partial<DayParts>) => onChange(joinDay({ ...parts, ...change }))
  const described = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ') || undefined
  const wrong = error ? { 'aria-invalid': true } : {}
  return (
    <div className={groupOf(error)}>
      <fieldset className="usa-fieldset" aria-describedby={described}>
        <legend className="usa-legend">{label}{optional && <Optional />}</legend>
        {hint && <span className="usa-hint" id={`${id}-hint`}>{hint}</span>}
        <FieldMessage id={`${id}-error`} message={error} />
        <div className="usa-memorable-date">
          <div className="usa-form-group usa-form-group--month usa-form-group--select">
            <label className="usa-label" htmlFor={`${id}-month`}>{words.month}</label>
            <select className="usa-select" id={`${id}-month`} value={parts.month} onChange={(event) => set({ month: event.target.value })} {...wrong}>
              <option value="">{words.choose}</option>
              {words.months.map((name, at) => <option key={name} value={String(at + 1).padStart(2, '0')}>{name}</option>)}
            </select>
          </div>
          <Figures id={`${id}-day`} name="day" label={words.day} length={2} value={parts.day} onChange={(day) => set({ day })} wrong={wrong} />
          <Figures id={`${id}-year`} name="year" label={words.year} length={4} value={parts.year} onChange={(year) => set({ year })} wrong={wrong} />
        </div>
      </fieldset>
    </div>
  )
}

interface FiguresProps {
  id: string
  name: 'day' | 'year'
  label: string
  length: number
  value: string
  onChange: (value: string) => void
  wrong: { 'aria-invalid'?: boolean }
}

function Figures({ id, name, label, length, value, onChange, wrong }: FiguresProps) {
  return (
    <div className={`usa-form-group usa-form-group--${name}`}>
      <label className="usa-label" htmlFor={id}>{label}</label>
      <input
        className="usa-input" id={id} type="text" inputMode="numeric" autoComplete="off" maxLength={length} value={value}
        onChange={(event) => onChange(event.target.value.replace(/\D/g, ''))} {...wrong}
      />
    </div>
  )
}
