import { useState } from 'react'
import { useSession } from '../session/session'
import { type Answers, type Field, type Treatment } from './answers'
import { answersOf, forgetAnswers, keepAnswers } from './kept'

/** The application of whoever is signed in: its answers, each kept on this device as soon as it is typed. */
export function useFiling() {
  const session = useSession(true)
  const account = session?.account ?? ''
  const [answers, setAnswers] = useState<Answers>(() => answersOf(account))
  const keep = (next: Answers) => {
    setAnswers(next)
    keepAnswers(account, next)
  }
  return {
    account,
    today: session?.today ?? '',
    answers,
    set: (field: Field, value: string) => keep({ ...answers, fields: { ...answers.fields, [field]: value } }),
    setTreatments: (treatments: Treatment[]) => keep({ ...answers, treatments }),
    clear: () => forgetAnswers(account),
  }
}

export type Filing = ReturnType<typeof useFiling>
