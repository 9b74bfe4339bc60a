import { type Answers, newTreatment, noAnswers } from './answers'

// On this device, by account: another who signs in here does not see it.
const keyOf = (account: string) => `openimr.filing.${account}`
const receiptKeyOf = (account: string) => `openimr.receipt.${account}`

/** What was kept of an application, or nothing. What cannot be read is as good as nothing. */
export function keptAnswers(account: string): Answers | null {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(keyOf(account)) ?? 'null')
    return isAnswers(kept) ? { fields: kept.fields, treatments: kept.treatments.map((one) => ({ ...newTreatment(), ...one })) } : null
  } catch {
    return null
  }
}

export const answersOf = (account: string): Answers => keptAnswers(account) ?? noAnswers()

/** A browser that keeps nothing (its storage full or forbidden) still lets the application be sent. */
export function keepAnswers(account: string, answers: Answers): void {
  try {
    localStorage.setItem(keyOf(account), JSON.stringify(answers))
  } catch {
    return
  }
}

export const forgetAnswers = (account: string): void => localStorage.removeItem(keyOf(account))

export interface Receipt {
  case_number: string
  received: string
  next: string[]
}

/** The receipt stays in this window, so that loading it again shows it again. */
export const keepReceipt = (account: string, receipt: Receipt): void =>
  sessionStorage.setItem(receiptKeyOf(account), JSON.stringify(receipt))

export function keptReceipt(account: string, number: string): Receipt | null {
  const kept = JSON.parse(sessionStorage.getItem(receiptKeyOf(account)) ?? 'null') as Receipt | null
  return kept?.case_number === number ? kept : null
}

function isAnswers(value: unknown): value is Answers {
  return typeof value === 'object' && value !== null && 'fields' in value && typeof value.fields === 'object' &&
    value.fields !== null && 'treatments' in value && Array.isArray(value.treatments) && value.treatments.length > 0
}
