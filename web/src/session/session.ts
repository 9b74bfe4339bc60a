import { type QueryClient, useQuery, useQueryClient } from '@tanstack/react-query'
import { ApiError, get, send, useToken } from '../api/client'
import { dropEarly } from '../api/early'
import type { Session } from '../api/types'
import { forgetRole, lastRole, rememberRole } from './trace'

const key = ['session']

/** Who is signed in: the session, null where nobody is, undefined while the server is asked. */
export function useSession(needed = false): Session | null | undefined {
  const asking = needed || lastRole() !== null
  const session = useQuery({ queryKey: key, queryFn: ask, enabled: asking, staleTime: Infinity })
  if (session.isError) throw session.error
  return session.data === undefined && !asking ? null : session.data
}

async function ask({ signal }: { signal?: AbortSignal }): Promise<Session | null> {
  try {
    return keep(await get('/api/session', {}, signal))
  } catch (error) {
    if (error instanceof ApiError && error.signedOut) return forget()
    throw error
  }
}

function keep(session: Session): Session {
  rememberRole(session.role)
  useToken(session.csrf)
  return session
}

function forget(): null {
  forgetRole()
  dropEarly()
  useToken('')
  return null
}

export function useSignIn() {
  const queries = useQueryClient()
  return async (account: string, password: string, code?: string): Promise<Session> => {
    const body = code ? { account, password, code } : { account, password }
    const { data } = await send('post', '/api/session', { body }, { once: true })
    dropEarly()
    queries.clear()
    queries.setQueryData(key, keep(data))
    return data
  }
}

export function useSignOut() {
  const queries = useQueryClient()
  return async (): Promise<void> => {
    await send('delete', '/api/session', {}).catch(() => undefined)
    endSession(queries)
  }
}

/** The session is over: nothing that was read in it stays in this tab. */
export function endSession(queries: QueryClient): void {
  forget()
  queries.removeQueries({ predicate: (query) => query.queryKey[0] !== key[0] })
  queries.setQueryData(key, null)
}

/** Another request, so that the session goes on; its times come with the answer. */
export async function stay(queries: QueryClient): Promise<void> {
  await queries.invalidateQueries({ queryKey: key })
}
