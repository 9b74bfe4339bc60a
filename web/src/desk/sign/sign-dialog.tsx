import { Button } from '@trussworks/react-uswds'
import { type FormEvent, useState } from 'react'
import { words } from '@words/desk'
import type { Schema } from '../../api/types'
import { Dialog } from '../../components/dialog/dialog'
import { sign, useAct } from '../acts'
import { useDesk } from '../desk-context'
import { Problem } from '../problem'

/** A signature is final: the warning, what is still missing, and the password once more. */
export function SignDialog({ onClose, missing }: { onClose: () => void; missing: Schema<'MissingPart'>[] }) {
  const { number, desk } = useDesk()
  const act = useAct(number)
  const [empty, setEmpty] = useState(false)
  const send = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const password = String(new FormData(event.currentTarget).get('password'))
    setEmpty(password === '')
    if (password !== '') act.mutate(sign(desk, password), { onSuccess: onClose })
  }
  return (
    <Dialog open title={words.sign.title} onClose={onClose}>
      <p className="warning">{words.sign.warning}</p>
      {missing.length > 0 && <><p>{words.signing.missing(missing.length)}:</p><ul>{missing.map(({ item, message }) => <li key={`${item} ${message}`}>{item > 0 && `${words.signing.item(item)}: `}{message}</li>)}</ul></>}
      <form noValidate onSubmit={send}>
        <label className="usa-label" htmlFor="sign-password">{words.sign.password}</label>
        <input id="sign-password" name="password" type="password" className="usa-input" autoComplete="current-password" maxLength={200} />
        <Problem error={act.error} missing={empty ? words.sign.missing : null} />
        <div className="form-buttons">
          <Button type="submit" disabled={act.isPending}>{words.sign.sign}</Button>
          <Button type="button" unstyled onClick={onClose}>{words.cancel}</Button>
        </div>
      </form>
    </Dialog>
  )
}
