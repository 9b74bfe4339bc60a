import { useQuery } from '@tanstack/react-query'
import { type Answered, read } from '../api/client'
import type { ApiError } from '../api/problem'
import type { Schema } from '../api/types'
import { apiKey } from '../api/use-api'

/** A case with the name of the state it was read in, which a change needs. */
export function useCase(number: string) {
  return useQuery<Answered<Schema<'Case'>>, ApiError>({
    queryKey: [...apiKey('/api/cases/{number}', { params: { number } }), 'with its state'],
    queryFn: ({ signal }) => read('/api/cases/{number}', { params: { number } }, signal),
  })
}
