import { type QueryClient, useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { get } from '../../api/client'
import { apiKey } from '../../api/use-api'
import { useDesk } from '../desk-context'
import { documentOf } from '../spot'
import type { Desk, DeskItem, Document } from '../types'
import { drawAhead } from './pdf-pages'
import { pageAsked, pageKept, pagePath } from './use-page'
import { fileAddress } from './viewer-bar'

const most = 60
const drawnAhead = 10
// The page that was just chosen comes first.
const patience = 300

/** Fetches the pages of the item's places while nobody waits, so that each is there when it is asked for. */
export function usePrefetch(): void {
  const queries = useQueryClient()
  const { desk, item, number } = useDesk()
  const wanted = pagesOf(desk, item)
  const names = wanted.map(({ document, page }) => `${page} ${document.name}`).join()
  useEffect(() => {
    const stop = new AbortController()
    const timer = setTimeout(() => void fetchAhead(queries, number, wanted, stop.signal), patience)
    return () => {
      clearTimeout(timer)
      stop.abort()
    }
    // The names say all that `wanted` holds.
  }, [queries, number, names])
}

interface Wanted {
  document: Document
  page: number
}

/** The pages of an item's places: first the first place of each criterion, then the others, each page once. */
function pagesOf(desk: Desk, { criteria, draft }: DeskItem): Wanted[] {
  const first = criteria.flatMap(({ places }) => places.slice(0, 1))
  const others = [...criteria.flatMap(({ places }) => places.slice(1)), ...(draft?.rationale.flatMap(({ places }) => places) ?? [])]
  const pages = new Map<string, Wanted>()
  for (const place of [...first, ...others]) {
    const document = documentOf(desk, place)
    if (document && pages.size < most) pages.set(`${place.page} ${document.name}`, { document, page: place.page })
  }
  return [...pages.values()]
}

async function fetchAhead(queries: QueryClient, number: string, wanted: Wanted[], stop: AbortSignal): Promise<void> {
  for (const [at, { document, page }] of wanted.entries()) {
    if (stop.aborted) return
    const asked = pageAsked(number, document, page)
    await queries.prefetchQuery({ queryKey: apiKey(pagePath, asked), queryFn: () => get(pagePath, asked), ...pageKept })
    if (document.media === 'pdf' && at < drawnAhead && !stop.aborted) await drawAhead(fileAddress(number, document), page)
  }
}
