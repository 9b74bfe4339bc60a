import { Button, ButtonGroup } from '@trussworks/react-uswds'
import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { words } from '@words/shell'
import type { Session } from '../api/types'
import { Dialog } from '../components/dialog/dialog'
import { useIdleSeconds } from './idle'
import { endSession, stay, useSignOut } from './session'

/** Asks, before the session ends, whether anybody is there; when it has ended, closes what is on the screen. */
export function IdleDialog({ session }: { session: Session | null }) {
  const queries = useQueryClient()
  const signOut = useSignOut()
  const left = useIdleSeconds(session)
  useEffect(() => {
    if (left === 0) endSession(queries)
  }, [left, queries])
  const goOn = () => void stay(queries)
  return (
    <Dialog open={left !== null && left > 0} title={words.idle.title} onClose={goOn}>
      <p>{words.idle.left(left ?? 0)}</p>
      <ButtonGroup>
        <Button type="button" onClick={goOn}>{words.idle.stay}</Button>
        <Button type="button" outline onClick={() => void signOut()}>{words.signOut}</Button>
      </ButtonGroup>
    </Dialog>
  )
}
