import { useQuery, useQueryClient } from '@tanstack/react-query'
import { type Answered, read } from '../api/client'
import type { ApiError } from '../api/problem'
import type { Schema } from '../api/types'
import { apiKey, useApi } from '../api/use-api'

export type Case = Schema<'Case'>
export type Act = Schema<'Act'>

const path = '/api/cases/{number}'
const keyOf = (number: string) => [...apiKey(path, { params: { number } }), 'with its tag']
const unread = (_: ApiError, { state }: { state: { data: unknown } }) => state.data === undefined

/** A case with the tag that names its state. */
export function useCase(number: string) {
  return useQuery<Answered<Case>, ApiError>({
    queryKey: keyOf(number),
    queryFn: ({ signal }) => read(path, { params: { number } }, signal),
    throwOnError: unread,
  })
}

export const useActs = (number: string) =>
  useApi('/api/cases/{number}/acts', { params: { number } }, { throwOnError: unread })

export const useEvents = (number: string) => useApi('/api/cases/{number}/events', { params: { number } }, { throwOnError: unread })

export const useProgramme = () => useApi('/api/programme', {}, { staleTime: Infinity, throwOnError: unread })

/** After a change: what is known of the case and of the work lists is read anew; the case at once where it was answered. */
export function useRenew(number: string) {
  const queries = useQueryClient()
  return async (changed?: Answered<Case>): Promise<void> => {
    if (changed) queries.setQueryData(keyOf(number), changed)
    await queries.invalidateQueries({ predicate: ({ queryKey }) => concerns(queryKey, number) })
  }
}

function concerns([address, asked]: readonly unknown[], number: string): boolean {
  if (address === '/api/work') return true
  const of = (asked as { params?: { number?: string } } | undefined)?.params?.number
  return typeof address === 'string' && address.startsWith(path) && of === number
}
