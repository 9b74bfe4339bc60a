import type { Asked } from '../questions'
import { FieldMessage, groupOf, Optional } from './field-message'

interface Props {
  asked: Asked
  value: string
  error: string | undefined
  onChange: (value: string) => void
  title: string
}

/** One of some answers. Where it has no label of its own, the title of the page is its name, for the ear alone. */
export function ChoiceField({ asked: { field, label, hint, options = {}, hints = {}, missing }, value, error, onChange, title }: Props) {
  const described = [hint && `${field}-hint`, error && `${field}-error`].filter(Boolean).join(' ') || undefined
  const optional = !missing
  return (
    <div className={groupOf(error)}>
      <fieldset className="usa-fieldset" aria-describedby={described}>
        <legend className={label ? 'usa-legend' : 'usa-sr-only'}>{label ?? title}{optional && <Optional />}</legend>
        {hint && <span className="usa-hint" id={`${field}-hint`}>{hint}</span>}
        <FieldMessage id={`${field}-error`} message={error} />
        {Object.entries(options).map(([id, word]) => (
          <div key={id} className="usa-radio">
            <input
              className="usa-radio__input usa-radio__input--tile" type="radio" name={field} id={`${field}-${id}`} value={id}
              checked={value === id} onChange={() => onChange(id)}
            />
            <label className="usa-radio__label" htmlFor={`${field}-${id}`}>
              {word}
              {hints[id] && <span className="usa-radio__label-description">{hints[id]}</span>}
            </label>
          </div>
        ))}
      </fieldset>
    </div>
  )
}
