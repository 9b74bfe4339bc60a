import { useState } from 'react'
import { Navigate, useNavigate, useSearchParams } from 'react-router-dom'
import { words } from '@words/sign-in'
import { ApiError } from '../../api/problem'
import { errorsOf, ErrorSummary, type FieldError } from '../../components/errors/error-summary'
import { homes } from '../../session/roles'
import { useSession, useSignIn } from '../../session/session'
import { backFrom } from '../../session/sign-in-address'
import { Page } from '../../shell/page'
import { CodeForm } from './code-form'
import { PasswordForm } from './password-form'

interface Known {
  account: string
  password: string
}

/** Account and password; where the server wants a second factor, the code on a page of its own. */
export default function SignInPage() {
  const session = useSession()
  const signIn = useSignIn()
  const navigate = useNavigate()
  const [params] = useSearchParams()
  const [known, setKnown] = useState<Known | null>(null)
  const [errors, setErrors] = useState<FieldError[]>([])
  const to = params.get('to')
  if (session) return <Navigate to={backFrom(to, homes[session.role])} replace />

  const attempt = async ({ account, password }: Known, code?: string) => {
    setErrors([])
    try {
      const { role } = await signIn(account, password, code)
      void navigate(backFrom(to, homes[role]), { replace: true })
    } catch (error) {
      if (!(error instanceof ApiError)) throw error
      if (error.code === 'second_factor_needed' && code === undefined) setKnown({ account, password })
      else setErrors(errorsOf(error))
    }
  }
  const back = () => {
    setErrors([])
    setKnown(null)
  }
  const title = known ? words.code.title : words.title
  return (
    <Page key={title} title={title} width="narrow" lead={to && !known ? words.ended : undefined}>
      <ErrorSummary errors={errors} />
      {known ? (
        <CodeForm errors={errors} onCode={(code) => attempt(known, code)} onErrors={setErrors} onBack={back} />
      ) : (
        <PasswordForm errors={errors} onEntered={attempt} onErrors={setErrors} />
      )}
    </Page>
  )
}
