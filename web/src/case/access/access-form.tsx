import { Button } from '@trussworks/react-uswds'
import { type FormEvent, useState } from 'react'
import { words } from '@words/case'
import { ApiError, send } from '../../api/client'
import { errorsOf } from '../../components/errors/error-summary'
import { Section } from '../aside/section'
import { Text } from '../form/text'

/** Lets the account of a party see the case; of intake. */
export function AccessForm({ number }: { number: string }) {
  const [account, setAccount] = useState('')
  const [said, setSaid] = useState({ done: '', wrong: '' })
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    const name = account.trim()
    if (!name) return setSaid({ done: '', wrong: words.access.missing })
    try {
      await send('post', '/api/cases/{number}/access', { params: { number }, body: { account: name } })
      setAccount('')
      setSaid({ done: words.access.done(name), wrong: '' })
    } catch (error) {
      if (!(error instanceof ApiError)) throw error
      setSaid({ done: '', wrong: errorsOf(error).map(({ message }) => message).join(' ') })
    }
  }
  return (
    <Section title={words.access.title}>
      <form noValidate onSubmit={(event) => void submit(event)}>
        <Text id="access-account" label={words.access.account} hint={words.access.text} error={said.wrong} value={account} onChange={setAccount} maxLength={80} />
        <div className="form__acts">
          <Button type="submit" outline>{words.access.grant}</Button>
          <span role="status">{said.done}</span>
        </div>
      </form>
    </Section>
  )
}
