import type { QueryClient } from '@tanstack/react-query'
import { get } from '../../api/client'
import { apiKey } from '../../api/use-api'
import type { Document, RecordPage } from '../types'
import { pageAsked, pageKept, pagePath } from './use-page'

const atOnce = 6
const between = 200

/** Reads every page of a document, telling the pages that are there now and then, in order. */
export async function readAll(
  queries: QueryClient, number: string, document: Document, stop: AbortSignal, tell: (read: RecordPage[]) => void,
): Promise<void> {
  const read = new Map<number, RecordPage>()
  let [next, told] = [1, 0]
  const say = () => {
    told = Date.now()
    tell([...read.values()].sort((a, b) => a.page - b.page))
  }
  const reader = async () => {
    while (next <= document.pages && !stop.aborted) {
      const page = next++
      const asked = pageAsked(number, document, page)
      const text = await queries.fetchQuery({ queryKey: apiKey(pagePath, asked), queryFn: () => get(pagePath, asked), ...pageKept }).catch(() => null)
      if (text) read.set(page, text)
      if (Date.now() - told > between && !stop.aborted) say()
    }
  }
  await Promise.all(Array.from({ length: atOnce }, reader))
  if (!stop.aborted) say()
}
