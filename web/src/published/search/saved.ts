import { paramsOf, type Question, readQuestion } from '../question'

const stored = 'openimr.saved-searches'
const most = 100

export interface Saved {
  name: string
  /** The question as the address has it. */
  address: string
}

/** The searches that this browser keeps, the latest first. What cannot be read is as if it were not there. */
export function readSaved(kept: Pick<Storage, 'getItem'> = localStorage): Saved[] {
  try {
    const value: unknown = JSON.parse(kept.getItem(stored) ?? '[]')
    return Array.isArray(value) ? value.filter(isSaved).slice(0, most) : []
  } catch {
    return []
  }
}

/** False where the browser keeps nothing. */
export function writeSaved(saved: Saved[], kept: Pick<Storage, 'setItem'> = localStorage): boolean {
  try {
    kept.setItem(stored, JSON.stringify(saved.slice(0, most)))
    return true
  } catch {
    return false
  }
}

/** A question as it is kept: on its first page. */
export const addressToKeep = (question: Question): string => paramsOf({ ...question, skip: 0 }).toString()

export function withSaved(saved: Saved[], one: Saved): Saved[] {
  return [one, ...saved.filter(({ address }) => address !== one.address)]
}

/** The question of a kept search, whoever wrote into the storage. */
export const questionOf = ({ address }: Saved): Question => readQuestion(new URLSearchParams(address))

function isSaved(value: unknown): value is Saved {
  return typeof value === 'object' && value !== null && 'name' in value && 'address' in value && typeof value.name === 'string' && typeof value.address === 'string'
}
