import { keepPreviousData, useQueries } from '@tanstack/react-query'
import { get } from '../../api/client'
import type { Schema } from '../../api/types'
import { apiKey, useApi } from '../../api/use-api'
import { asQuery, type Question } from '../question'

const path = '/api/determinations'

export const pageLength = 20
export type Found = Schema<'FoundDetermination'>
export type Facet = Schema<'FoundDeterminations'>['facets'][number]

/** A page of what a question finds, with the counts of every field. */
export function useSearch(question: Question) {
  return useApi(path, { query: { ...asQuery(question), facets: 'yes', limit: pageLength } }, { placeholderData: keepPreviousData })
}

/**
 * The counts to choose from. A field that is chosen from counts what would be found without its own conditions, since any
 * of its values will do: else nothing but the chosen ones would be left to choose.
 */
export function useFacets(question: Question, counted: Facet[]): Facet[] {
  const chosen = [...new Set(question.where.map(({ field }) => field))]
  const open = useQueries({ queries: chosen.map((field) => openQuery(question, field)) })
  const without = new Map(open.flatMap(({ data }) => (data ? [[data.facet, data] as const] : [])))
  const missing = [...without.values()].filter(({ facet }) => !counted.some((each) => each.facet === facet))
  return [...counted.map((facet) => without.get(facet.facet) ?? facet), ...missing]
}

function openQuery(question: Question, field: string) {
  const where = question.where.filter((each) => each.field !== field)
  const query = { ...asQuery({ ...question, where, sort: 'relevance', skip: 0 }), facets: 'yes' as const, limit: 0 }
  return {
    queryKey: [...apiKey(path, { query }), field],
    queryFn: async ({ signal }: { signal: AbortSignal }) => (await get(path, { query }, signal)).facets.find(({ facet }) => facet === field) ?? null,
    placeholderData: keepPreviousData,
  }
}
