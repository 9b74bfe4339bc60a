import { useMutation } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { words } from '@words/check'
import { send } from '../api/client'
import type { ApiError } from '../api/problem'
import type { Answer, Body } from '../api/types'
import { errorsOf, ErrorSummary, type FieldError } from '../components/errors/error-summary'
import { Page } from '../shell/page'
import { CheckForm } from './check-form'
import { CheckResult } from './check-result'
import './check.css'

type Request = Body<'post', '/api/check'>

/** What a guideline asks of a request, and what the notes document of it. For everybody; nothing is kept. */
export default function CheckPage() {
  const [errors, setErrors] = useState<FieldError[]>([])
  const result = useRef<HTMLDivElement>(null)
  const check = useMutation<Answer<'post', '/api/check'>, ApiError, Request>({
    mutationFn: async (body) => (await send('post', '/api/check', { body })).data,
    gcTime: 0,
    onError: (error) => setErrors(errorsOf(error)),
  })
  useEffect(() => {
    if (check.data) result.current?.focus()
  }, [check.data])
  const submit = (request: Request) => {
    setErrors([])
    check.mutate(request)
  }
  return (
    <Page title={words.title} lead={words.lead}>
      <div className="check">
        <div className="check__asked">
          <p className="check__private">{words.private}</p>
          <ErrorSummary errors={errors} />
          <CheckForm busy={check.isPending} errors={errors} onErrors={setErrors} onCheck={submit} />
        </div>
        <div ref={result} tabIndex={-1} className="check__result" role="region" aria-label={words.result}>
          {check.data && <CheckResult list={check.data} on={check.variables.on} />}
        </div>
      </div>
    </Page>
  )
}
