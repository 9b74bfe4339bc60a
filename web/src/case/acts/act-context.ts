import { createContext, useContext } from 'react'
import type { Answer, Schema } from '../../api/types'
import type { Answered } from '../../api/client'
import type { Option } from '../form/choice'
import type { Act, Case } from '../use-case'

/** What the forms of acts know. */
export interface ActContext {
  number: string
  read: Answered<Case>
  programme: Schema<'Programme'>
  /** Rules of eligibility with their answers, while these are of use. */
  rules: Answer<'get', '/api/cases/{number}/eligibility'>['rules']
  /** Whom an act on a reviewer can be about. */
  reviewers: (event: string) => Option[]
  /** Whether the act can still be done. */
  possible: (act: Act) => boolean
  /** Reads the case anew and tells what it is now. */
  again: () => Promise<unknown>
  /** The act is done: the case behind it where it was answered, and what more there is to say. */
  onDone: (act: Act, changed?: Answered<Case>, more?: string[]) => void
  onCancel: () => void
}

export const Acting = createContext<ActContext | null>(null)
export const useActing = () => useContext(Acting)!
