import { useApi } from '../../api/use-api'
import type { Document } from '../types'

export const pagePath = '/api/cases/{number}/documents/{document}/pages/{page}'
export const pageAsked = (number: string, { document, name }: Document, page: number) => ({
  params: { number, document, page },
  ...(inArchive(name) && { query: { name } }),
})
// The file of an archive is named behind it: records/all.zip/pr2.pdf.
const inArchive = (name: string) => /\.zip\//i.test(name)
/** A page of a record never changes; it stays in this tab while the desk is open. */
export const pageKept = { staleTime: Infinity, gcTime: 3_600_000 }

/** The page as it was read; of no document, nothing. */
export function usePage(number: string, document: Document | undefined, page: number) {
  const nothing = { params: { number, document: '', page } }
  return useApi(pagePath, document ? pageAsked(number, document, page) : nothing, { ...pageKept, enabled: document !== undefined })
}
