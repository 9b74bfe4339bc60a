import { Button } from '@trussworks/react-uswds'
import { type FormEvent, useState } from 'react'
import { words } from '@words/case'
import { words as shell } from '@words/shell'
import { ApiError, send } from '../../api/client'
import { Dialog } from '../../components/dialog/dialog'
import { errorsOf } from '../../components/errors/error-summary'
import { Text } from '../form/text'

interface Props {
  number: string
  open: boolean
  onClose: () => void
  onOpened: () => void
}

const least = 10

/** Asks why somebody without a part in a case needs to see it. */
export function GlassDialog({ number, open, onClose, onOpened }: Props) {
  const [why, setWhy] = useState('')
  const [wrong, setWrong] = useState('')
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (why.trim().length < least) return setWrong(words.glass.short)
    try {
      await send('post', '/api/cases/{number}/break-glass', { params: { number }, body: { why: why.trim() } })
      setWrong('')
      onOpened()
    } catch (error) {
      if (!(error instanceof ApiError)) throw error
      setWrong(errorsOf(error).map(({ message }) => message).join(' '))
    }
  }
  return (
    <Dialog open={open} title={words.glass.title} onClose={onClose}>
      <form noValidate onSubmit={(event) => void submit(event)}>
        <p>{words.glass.text}</p>
        <Text id="glass-why" label={words.glass.why} hint={words.glass.hint} error={wrong} value={why} onChange={setWhy} rows={3} maxLength={1000} />
        <div className="form__acts">
          <Button type="submit">{words.glass.open}</Button>
          <Button type="button" unstyled onClick={onClose}>{shell.cancel}</Button>
        </div>
      </form>
    </Dialog>
  )
}
