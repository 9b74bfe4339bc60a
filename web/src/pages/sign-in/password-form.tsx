import { Button, TextInput } from '@trussworks/react-uswds'
import { type FormEvent, useState } from 'react'
import { words } from '@words/sign-in'
import type { FieldError } from '../../components/errors/error-summary'
import { Field } from '../../components/field/field'

interface Props {
  errors: FieldError[]
  onEntered: (entered: { account: string; password: string }) => Promise<void>
  onErrors: (errors: FieldError[]) => void
}

export function PasswordForm({ errors, onEntered, onErrors }: Props) {
  const [shown, setShown] = useState(false)
  const [busy, setBusy] = useState(false)
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const entered = new FormData(event.currentTarget)
    const account = String(entered.get('account')).trim()
    const password = String(entered.get('password'))
    const missing: FieldError[] = []
    if (!account) missing.push({ field: 'account', message: words.missing.account })
    if (!password) missing.push({ field: 'password', message: words.missing.password })
    if (missing.length > 0) return onErrors(missing)
    setBusy(true)
    await onEntered({ account, password }).finally(() => setBusy(false))
  }
  return (
    <form className="usa-form" noValidate onSubmit={(event) => void submit(event)}>
      <Field id="account" label={words.account} errors={errors}>
        {(described) => <TextInput {...described} type="text" autoComplete="username" autoCapitalize="none" spellCheck={false} />}
      </Field>
      <Field id="password" label={words.password} errors={errors}>
        {(described) => <TextInput {...described} type={shown ? 'text' : 'password'} autoComplete="current-password" />}
      </Field>
      <button type="button" className="usa-show-password" aria-controls="password" onClick={() => setShown(!shown)}>
        {shown ? words.hide : words.show}
      </button>
      <Button type="submit" disabled={busy}>{words.submit}</Button>
    </form>
  )
}
