import { Button, TextInput } from '@trussworks/react-uswds'
import { type FormEvent, useState } from 'react'
import { words } from '@words/sign-in'
import type { FieldError } from '../../components/errors/error-summary'
import { Field } from '../../components/field/field'

interface Props {
  errors: FieldError[]
  onCode: (code: string) => Promise<void>
  onErrors: (errors: FieldError[]) => void
  onBack: () => void
}

export function CodeForm({ errors, onCode, onErrors, onBack }: Props) {
  const [busy, setBusy] = useState(false)
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const code = String(new FormData(event.currentTarget).get('code')).replace(/\s/g, '')
    if (!code) return onErrors([{ field: 'code', message: words.missing.code }])
    setBusy(true)
    await onCode(code).finally(() => setBusy(false))
  }
  return (
    <form className="usa-form" noValidate onSubmit={(event) => void submit(event)}>
      <Field id="code" label={words.code.label} hint={words.code.hint} errors={errors}>
        {(described) => (
          <TextInput {...described} type="text" inputMode="numeric" autoComplete="one-time-code" maxLength={10} autoFocus />
        )}
      </Field>
      <Button type="submit" disabled={busy}>{words.code.submit}</Button>
      <p>
        <Button type="button" unstyled onClick={onBack}>{words.code.back}</Button>
      </p>
    </form>
  )
}
