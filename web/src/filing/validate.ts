import { words } from '@words/filing'
import type { FieldError } from '../components/errors/error-summary'
import { answer, type Answers, type Treatment } from './answers'
import { isoDay } from './form/days'
import { type Asked, question, type StepId, stepsFor } from './questions'

/** What is missing or wrong on a page, each with the id of the input it is about. */
export function errorsOn(step: StepId, answers: Answers, today: string): FieldError[] {
  if (step === 'treatments') return answers.treatments.flatMap((treatment, at) => treatmentErrors(treatment, at, today))
  return question(step, answers).asked.flatMap((asked) => {
    const message = wrongWith(asked, answers, today)
    return message ? [{ field: inputOf(asked), message }] : []
  })
}

/** The first page that still lacks something; null where the application can be sent. */
export function firstOpen(answers: Answers, today: string): StepId | null {
  return stepsFor(answers).find((step) => errorsOn(step, answers, today).length > 0) ?? null
}

/** The input that takes the focus for a field: the first radio button, the month of a day. */
export function inputOf({ field, kind, options }: Asked): string {
  if (kind === 'day') return `${field}-month`
  return kind === 'choice' ? `${field}-${Object.keys(options ?? {})[0]}` : field
}

function wrongWith(asked: Asked, answers: Answers, today: string): string | undefined {
  const value = answer(answers, asked.field)
  if (value === '') return asked.missing || undefined
  if (asked.kind === 'number' && !(/^\d{1,3}$/.test(value) && Number(value) <= 130)) return asked.wrong
  if (asked.kind === 'day') return wrongDay(value, asked.label ?? '', asked.future, today) ?? earlyDay(asked, answers)
  return undefined
}

// Days as ISO can be compared as text.
function wrongDay(value: string, label: string, future: string | undefined, today: string): string | undefined {
  const iso = isoDay(value)
  if (iso === null) return words.noDay(label)
  return iso > today ? future : undefined
}

function earlyDay({ field, early }: Asked, answers: Answers): string | undefined {
  const injury = isoDay(answer(answers, 'injury'))
  const day = isoDay(answer(answers, field))
  return early && injury !== null && day !== null && day < injury ? early : undefined
}

function treatmentErrors({ text, service_date }: Treatment, at: number, today: string): FieldError[] {
  const said = words.treatments
  const errors: FieldError[] = []
  if (text.trim() === '') errors.push({ field: `text-${at}`, message: said.text.missing(at + 1) })
  const wrong = service_date && wrongDay(service_date, said.one(at + 1), said.service_date.future, today)
  if (wrong) errors.push({ field: `service_date-${at}-month`, message: wrong })
  return errors
}
