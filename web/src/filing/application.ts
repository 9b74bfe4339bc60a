import type { Schema } from '../api/types'
import { answer, type Answers, isWorker } from './answers'
import { isoDay } from './form/days'

type Application = Schema<'Application'>
type Party = Schema<'PartyEntered'>

/** The answers as the API takes them. What was not answered is left out. Only for answers without errors. */
export function applicationOf(answers: Answers): Application {
  const day = (field: 'injury' | 'request' | 'ur_decision') => isoDay(answer(answers, field)) ?? undefined
  const age = answer(answers, 'age')
  return given({
    priority: answer(answers, 'priority') === 'expedited' ? 'expedited' : 'standard',
    injury: day('injury'),
    request: day('request'),
    ur_decision: day('ur_decision'),
    ur_served_by: answer(answers, 'ur_served_by'),
    age: age === '' ? undefined : Number(age),
    sex: answer(answers, 'sex'),
    claim: answer(answers, 'claim'),
    items: answers.treatments.map(({ text, reasons, service_date }) =>
      given({ text: text.trim(), reasons: reasons.trim(), service_date: isoDay(service_date) ?? undefined }),
    ),
    parties: partiesOf(answers),
  }) as Application
}

// Papers go by mail; the office may agree on another way with them.
function partiesOf(answers: Answers): Party[] {
  const party = (role: string, who: 'you' | 'worker' | 'administrator' | 'physician') => {
    const address = answer(answers, `${who}_address`).replace(/\s*\n\s*/g, ', ')
    return given({ role, name: answer(answers, `${who}_name`), address, by: 'mail' }) as Party
  }
  return [
    party('employee', 'worker'),
    ...(isWorker(answers) ? [] : [party(answer(answers, 'who'), 'you')]),
    party('claims_administrator', 'administrator'),
    party('requesting_physician', 'physician'),
  ]
}

const given = (values: Record<string, unknown>) =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined && value !== ''))
