import { useEffect, useMemo, useState, useSyncExternalStore } from 'react'
import { read, send } from '../../api/client'
import type { Session } from '../../api/types'
import { NotesKeeper, type NotesPlace } from './keeper'
import { Mirrors } from './mirror'
import { noNotes } from './notes'

const path = '/api/cases/{number}/notes'

function placeOf({ role }: Session, number: string): NotesPlace {
  if (role !== 'review') return nowhere
  return {
    load: () => read(path, { params: { number } }),
    keep: (text, etag) => send('put', path, { params: { number }, body: text }, { ifMatch: etag, once: true }),
  }
}

// Staff who read the desk have no notes on it, and the pages give them nothing to type.
const nothing = Promise.resolve({ data: { kept_at: null, text: noNotes }, etag: null })
const nowhere: NotesPlace = { load: () => nothing, keep: () => nothing }

/** The notes of who is signed in on a case, and whether they are there yet. An error of reading them is thrown. */
export function useNotes(session: Session, number: string) {
  const { account } = session
  const keeper = useMemo(
    () => new NotesKeeper(placeOf(session, number), new Mirrors(account, number, localStorage)),
    // The session's times change with every answer; whose it is does not.
    [account, number],
  )
  const [ready, setReady] = useState<NotesKeeper | null>(null)
  const [failed, setFailed] = useState<unknown>(null)
  useEffect(() => {
    let wanted = true
    keeper.start().then(() => wanted && setReady(keeper), (error: unknown) => wanted && setFailed(error))
    const leaving = (event: BeforeUnloadEvent) => {
      if (keeper.unsaved) event.preventDefault()
    }
    const online = () => void keeper.flush()
    addEventListener('beforeunload', leaving)
    addEventListener('online', online)
    return () => {
      wanted = false
      removeEventListener('beforeunload', leaving)
      removeEventListener('online', online)
      void keeper.flush()
    }
  }, [keeper])
  if (failed) throw failed
  const { text, saving } = useSyncExternalStore(keeper.subscribe, keeper.now)
  return { keeper, text, saving, ready: ready === keeper }
}

export type Notes = ReturnType<typeof useNotes>
