import { words } from '@words/filing'
import { type Answers, type Field, isWorker } from './answers'

/** A field of a page: what is asked, how, and what is said where the answer is missing or wrong. */
export interface Asked {
  field: Field
  kind: 'text' | 'lines' | 'number' | 'day' | 'choice'
  /** Left out where the title of the page asks already. */
  label?: string | undefined
  hint?: string | undefined
  options?: Record<string, string>
  hints?: Record<string, string>
  /** Said where nothing was entered; without it the answer may be left out. */
  missing?: string
  wrong?: string
  future?: string
  early?: string
  maxLength?: number
  autoComplete?: string
}

export interface Question {
  id: StepId
  title: string
  hint?: string | undefined
  asked: Asked[]
}

export type StepId = (typeof order)[number]

/** The pages in their order. All but `treatments` and `records` are described below by their fields alone. */
export const order = [
  'who', 'you', 'worker', 'about', 'claim', 'denial', 'treatments', 'administrator', 'physician', 'urgency', 'records',
] as const

/** The pages for these answers: who acts for another is asked for their own name too. */
export const stepsFor = (answers: Answers): StepId[] => order.filter((id) => id !== 'you' || !isWorker(answers))

export function question(id: StepId, answers: Answers): Question {
  const self = isWorker(answers)
  switch (id) {
    case 'who':
      return { id, title: words.who.title, asked: [{ field: 'who', kind: 'choice', options: words.who.options, missing: words.who.missing }] }
    case 'you':
      return { id, title: words.you.title, hint: words.you.hint, asked: party('you', words.you.you_name, words.you.you_address, false) }
    case 'worker':
      return {
        id, title: words.worker.title(self), hint: words.worker.hint(self),
        asked: party('worker', words.worker.worker_name, words.worker.worker_address, self),
      }
    case 'about':
      return {
        id, title: words.about.title(self), hint: words.about.hint,
        asked: [{ field: 'age', kind: 'number', maxLength: 3, ...words.about.age }, { field: 'sex', kind: 'choice', ...words.about.sex }],
      }
    case 'claim':
      return {
        id, title: words.claim.title, hint: words.claim.hint,
        asked: [{ field: 'claim', kind: 'text', maxLength: 80, ...words.claim.claim }, { field: 'injury', kind: 'day', ...words.claim.injury }],
      }
    case 'denial':
      return {
        id, title: words.denial.title, hint: words.denial.hint,
        asked: [
          { field: 'ur_decision', kind: 'day', ...words.denial.ur_decision },
          { field: 'ur_served_by', kind: 'choice', ...words.denial.ur_served_by },
        ],
      }
    case 'administrator':
      return {
        id, title: words.administrator.title, hint: words.administrator.hint,
        asked: party('administrator', words.administrator.administrator_name, words.administrator.administrator_address),
      }
    case 'physician':
      return {
        id, title: words.physician.title,
        asked: [
          ...party('physician', words.physician.physician_name, words.physician.physician_address),
          { field: 'request', kind: 'day', ...words.physician.request },
        ],
      }
    case 'urgency':
      return {
        id, title: words.urgency.title, hint: words.urgency.hint,
        asked: [{ field: 'priority', kind: 'choice', ...words.urgency.priority }],
      }
    case 'treatments':
      return { id, title: words.treatments.title, hint: words.treatments.hint, asked: [] }
    case 'records':
      return { id, title: words.records.title, hint: words.records.hint, asked: [] }
  }
}

interface PartyWords {
  label: string
  hint?: string
  missing: string
}

/** Name and address of somebody. `own`: of whoever sits before the page, so that the browser can fill them in. */
function party(who: 'you' | 'worker' | 'administrator' | 'physician', name: PartyWords, address: PartyWords, own?: boolean): Asked[] {
  const mine = own || who === 'you'
  return [
    { field: `${who}_name`, kind: 'text', maxLength: 200, autoComplete: mine ? 'name' : 'off', ...name },
    { field: `${who}_address`, kind: 'lines', maxLength: 400, autoComplete: mine ? 'street-address' : 'off', hint: words.addressHint, ...address },
  ]
}
