/** What has been answered so far. Days stand as `YYYY-MM-DD`, and half of one (`2015--3`) while it is being typed. */
export interface Answers {
  fields: Partial<Record<Field, string>>
  treatments: Treatment[]
}

export interface Treatment {
  text: string
  reasons: string
  service_date: string
}

export type Field =
  | 'who' | 'you_name' | 'you_address' | 'worker_name' | 'worker_address' | 'age' | 'sex' | 'claim' | 'injury'
  | 'ur_decision' | 'ur_served_by' | 'administrator_name' | 'administrator_address' | 'physician_name'
  | 'physician_address' | 'request' | 'priority'

export const newTreatment = (): Treatment => ({ text: '', reasons: '', service_date: '' })
export const noAnswers = (): Answers => ({ fields: {}, treatments: [newTreatment()] })

/** A field without the spaces around it; empty where it was not answered. */
export const answer = ({ fields }: Answers, field: Field): string => (fields[field] ?? '').trim()

export const isWorker = (answers: Answers): boolean => answer(answers, 'who') === 'employee'
