import { Button, Label, TextInput } from '@trussworks/react-uswds'
import { type FormEvent, useState } from 'react'
import { words } from '@words/sign-in'
import type { FieldError } from '../../components/errors/error-summary'

interface Props {
  onCode: (code: string) => Promise<void>
  onErrors: (errors: FieldError[]) => void
  onBack: () => void
}

export function CodeForm({ onCode, onErrors, onBack }: Props) {
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
      <Label htmlFor="code">{words.code.label}</Label>
      <span className="usa-hint" id="code-hint">{words.code.hint}</span>
      <TextInput
        id="code" name="code" type="text" inputMode="numeric" autoComplete="one-time-code" maxLength={10}
        aria-describedby="code-hint" className="code-input" autoFocus required
      />
      <Button type="submit" disabled={busy}>{words.code.submit}</Button>
      <Button type="button" unstyled onClick={onBack}>{words.code.back}</Button>
    </form>
  )
}
