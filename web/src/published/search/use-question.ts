import { useCallback, useMemo } from 'react'
import { useSearchParams } from 'react-router-dom'
import { paramsOf, type Question, readQuestion } from '../question'

/** The question in the address. Each change is a step that the back button takes back, and begins on the first page. */
export function useQuestion(): [Question, (change: Partial<Question>) => void] {
  const [params, setParams] = useSearchParams()
  const question = useMemo(() => readQuestion(params), [params])
  const change = useCallback(
    (wanted: Partial<Question>) => setParams((now) => paramsOf({ ...readQuestion(now), skip: 0, ...wanted }), { preventScrollReset: true }),
    [setParams],
  )
  return [question, change]
}
