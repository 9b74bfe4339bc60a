import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { get } from '../api/client'
import type { ApiError } from '../api/problem'
import type { Answer } from '../api/types'
import { apiKey } from '../api/use-api'

const path = '/api/work'
const limit = 50

type Page = Answer<'get', typeof path>

export interface WorkAsked {
  role?: string
  overdue?: boolean
}

/** The work list, page by page; the figures on top are those of the page that was read last. */
export function useWork(asked: WorkAsked) {
  const list = useInfiniteQuery<Page, ApiError, { pages: Page[] }, unknown[], string>({
    queryKey: [...apiKey(path, asked), 'pages'],
    queryFn: ({ pageParam, signal }) => get(path, { query: { ...asked, limit, ...(pageParam && { cursor: pageParam }) } }, signal),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
    placeholderData: keepPreviousData,
    throwOnError: (_, { state }) => state.data === undefined,
  })
  const pages = list.data?.pages ?? []
  return { ...list, figures: pages.at(-1), rows: pages.flatMap(({ rows }) => rows) }
}
