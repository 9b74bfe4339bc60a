import { Button } from '@trussworks/react-uswds'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { words } from '@words/reviewers'
import { words as shell } from '@words/shell'
import { ApiError, send } from '../../api/client'
import { Text } from '../../case/form/text'
import { Dialog } from '../../components/dialog/dialog'

const least = 3

/** Ends what is proposed to a reviewer, after asking once more, and why. */
export function Leave({ id }: { id: string }) {
  const queries = useQueryClient()
  const [open, setOpen] = useState(false)
  const [why, setWhy] = useState('')
  const [wrong, setWrong] = useState('')
  const leave = async () => {
    if (why.trim().length < least) return setWrong(words.leave.missing)
    try {
      await send('delete', '/api/reviewers/{id}', { params: { id }, body: { why: why.trim() } })
      setOpen(false)
      await queries.invalidateQueries({ predicate: ({ queryKey }) => String(queryKey[0]).startsWith('/api/reviewers') })
    } catch (error) {
      if (!(error instanceof ApiError)) throw error
      setWrong(error.message)
    }
  }
  return (
    <>
      <Button type="button" unstyled onClick={() => setOpen(true)}>{words.leave.open}</Button>
      <Dialog open={open} title={words.leave.title} onClose={() => setOpen(false)}>
        <p>{words.leave.text}</p>
        <Text id="leave-why" label={words.leave.why} rows={2} maxLength={1000} error={wrong} value={why} onChange={setWhy} />
        <div className="form__acts">
          <Button type="button" secondary onClick={() => void leave()}>{words.leave.sure}</Button>
          <Button type="button" unstyled onClick={() => setOpen(false)}>{shell.cancel}</Button>
        </div>
      </Dialog>
    </>
  )
}
