import { words } from '@words/filing'
import { formatDay } from '../components/day/days'
import { answer, type Answers, type Treatment } from './answers'
import { isoDay } from './form/days'
import { type Asked, question, type StepId, stepsFor } from './questions'

export interface Row {
  label: string
  /** Each on a line of its own; none where nothing was given. */
  lines: string[]
}

export interface Group {
  step: StepId
  title: string
  rows: Row[]
}

/** The answers page by page, as somebody would read them out. */
export function summaryOf(answers: Answers, files: number): Group[] {
  return stepsFor(answers).map((step) => {
    const { title, asked } = question(step, answers)
    if (step === 'treatments') return { step, title, rows: answers.treatments.map(treatmentRow) }
    if (step === 'records') return { step, title, rows: [{ label: title, lines: [files > 0 ? words.check.files(files) : words.check.noFiles] }] }
    return { step, title, rows: asked.map((each) => ({ label: each.label ?? title, lines: written(each, answers) })) }
  })
}

function written({ field, kind, options }: Asked, answers: Answers): string[] {
  const value = answer(answers, field)
  if (value === '') return []
  if (kind === 'day') return [formatDay(isoDay(value) ?? value)]
  if (kind === 'choice') return [options?.[value] ?? value]
  return value.split('\n')
}

function treatmentRow({ text, reasons, service_date }: Treatment, at: number): Row {
  const said = words.treatments
  const more = [
    reasons.trim() && `${said.reasons.label}: ${reasons.trim()}`,
    service_date && words.check.already(formatDay(isoDay(service_date) ?? service_date)),
  ].filter((line): line is string => Boolean(line))
  return { label: said.one(at + 1), lines: [text.trim(), ...more] }
}
