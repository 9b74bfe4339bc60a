import { type UseQueryOptions, useQuery } from '@tanstack/react-query'
import { get } from './client'
import type { ApiError } from './problem'
import type { Address, Answer, Asked } from './types'

type Options<T> = Omit<UseQueryOptions<T, ApiError>, 'queryKey' | 'queryFn'>

/** The key under which a read is kept; give its beginning to invalidate all reads of an address. */
export const apiKey = (path: string, asked?: object): unknown[] => (asked ? [path, asked] : [path])

/** Reads an address: `useApi('/api/cases/{number}', { params: { number } })`. */
export function useApi<P extends Address<'get'>>(path: P, asked: Asked<'get', P>, options: Options<Answer<'get', P>> = {}) {
  return useQuery<Answer<'get', P>, ApiError>({
    ...options,
    queryKey: apiKey(path, asked),
    queryFn: ({ signal }) => get(path, asked, signal),
  })
}
