import { Label, TextInput, Textarea } from '@trussworks/react-uswds'
import type { Asked } from '../questions'
import { ChoiceField } from './choice-field'
import { DayField } from './day-field'
import { FieldMessage, groupOf, Optional } from './field-message'

interface Props {
  asked: Asked
  value: string
  error: string | undefined
  onChange: (value: string) => void
  /** The title of the page, which names a choice that has no label of its own. */
  title: string
}

/** A field of any kind, with its label, its hint and what is wrong with it. */
export function AskedField({ asked, value, error, onChange, title }: Props) {
  const { field, kind, label = title, hint, missing, maxLength, autoComplete } = asked
  if (kind === 'day') return <DayField id={field} label={label} hint={hint} optional={!missing} {...{ value, error, onChange }} />
  if (kind === 'choice') return <ChoiceField asked={asked} {...{ value, error, onChange, title }} />
  const described = [hint && `${field}-hint`, error && `${field}-error`].filter(Boolean).join(' ') || undefined
  const shared = {
    id: field, name: field, value, maxLength, autoComplete, 'aria-describedby': described, 'aria-invalid': error ? true : undefined,
    onChange: (event: { target: { value: string } }) => onChange(event.target.value),
  }
  return (
    <div className={groupOf(error)}>
      <Label htmlFor={field} error={Boolean(error)}>{label}{!missing && <Optional />}</Label>
      {hint && <span className="usa-hint" id={`${field}-hint`}>{hint}</span>}
      <FieldMessage id={`${field}-error`} message={error} />
      {kind === 'lines'
        ? <Textarea {...shared} rows={3} error={Boolean(error)} className="filing__lines" />
        : <TextInput {...shared} type="text" className={`filing__${kind}`} {...(kind === 'number' && { inputMode: 'numeric' })}
            {...(error && { validationStatus: 'error' })} />}
    </div>
  )
}
