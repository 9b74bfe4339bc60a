import { Button, Label, Textarea } from '@trussworks/react-uswds'
import { useEffect, useRef } from 'react'
import { words } from '@words/filing'
import type { FieldError } from '../../components/errors/error-summary'
import { announce } from '../../shell/announcer'
import { newTreatment, type Treatment } from '../answers'
import { DayField } from '../form/day-field'
import { FieldMessage, groupOf, Optional } from '../form/field-message'
import type { Filing } from '../use-filing'

const said = words.treatments
const most = 50

/** The treatments in dispute, one under the other; a new one gets the focus. */
export function TreatmentsStep({ filing, errors }: { filing: Filing; errors: FieldError[] }) {
  const { treatments } = filing.answers
  const wanted = useRef<number | null>(null)
  useEffect(() => {
    if (wanted.current === null) return
    document.getElementById(`text-${wanted.current}`)?.focus()
    wanted.current = null
  }, [treatments.length])
  const change = (at: number, changed: Partial<Treatment>) =>
    filing.setTreatments(treatments.map((one, index) => (index === at ? { ...one, ...changed } : one)))
  const add = () => {
    wanted.current = treatments.length
    announce(said.added(treatments.length + 1))
    filing.setTreatments([...treatments, newTreatment()])
  }
  const remove = (at: number) => {
    wanted.current = Math.max(0, at - 1)
    filing.setTreatments(treatments.filter((_, index) => index !== at))
  }
  return (
    <>
      {treatments.map((treatment, at) => (
        <TreatmentFields
          key={at} at={at} treatment={treatment} errors={errors} onChange={(changed) => change(at, changed)}
          onRemove={treatments.length > 1 ? () => remove(at) : undefined}
        />
      ))}
      {treatments.length < most && <Button type="button" outline className="filing__add" onClick={add}>{said.add}</Button>}
    </>
  )
}

interface Props {
  at: number
  treatment: Treatment
  errors: FieldError[]
  onChange: (changed: Partial<Treatment>) => void
  onRemove: (() => void) | undefined
}

function TreatmentFields({ at, treatment, errors, onChange, onRemove }: Props) {
  const wrong = (field: string) => errors.find((error) => error.field === field)?.message
  const missing = wrong(`text-${at}`)
  const day = `service_date-${at}`
  return (
    <fieldset className="usa-fieldset filing__treatment">
      <legend className={onRemove ? 'filing__treatment-title' : 'usa-sr-only'}>{said.one(at + 1)}</legend>
      <div className={groupOf(missing)}>
        <Label htmlFor={`text-${at}`} error={Boolean(missing)}>{said.text.label}</Label>
        <span className="usa-hint" id={`text-${at}-hint`}>{said.text.hint}</span>
        <FieldMessage id={`text-${at}-error`} message={missing} />
        <Textarea
          id={`text-${at}`} name={`text-${at}`} rows={2} maxLength={1000} className="filing__lines" value={treatment.text}
          error={Boolean(missing)} aria-invalid={missing ? true : undefined}
          aria-describedby={missing ? `text-${at}-hint text-${at}-error` : `text-${at}-hint`}
          onChange={(event) => onChange({ text: event.target.value })}
        />
      </div>
      <div className="usa-form-group">
        <Label htmlFor={`reasons-${at}`}>{said.reasons.label}<Optional /></Label>
        <span className="usa-hint" id={`reasons-${at}-hint`}>{said.reasons.hint}</span>
        <Textarea
          id={`reasons-${at}`} name={`reasons-${at}`} rows={3} maxLength={4000} className="filing__lines" value={treatment.reasons}
          aria-describedby={`reasons-${at}-hint`} onChange={(event) => onChange({ reasons: event.target.value })}
        />
      </div>
      <DayField
        id={day} label={said.service_date.label} optional value={treatment.service_date} error={wrong(`${day}-month`)}
        onChange={(service_date) => onChange({ service_date })}
      />
      {onRemove && <Button type="button" unstyled onClick={onRemove}>{said.remove(at + 1)}</Button>}
    </fieldset>
  )
}
