import { type QueryClient, useMutation, useQueryClient } from '@tanstack/react-query'
import { send } from '../api/client'
import type { ApiError } from '../api/problem'
import { apiKey } from '../api/use-api'
import { words } from '@words/desk'
import type { Desk, Finding } from './types'

export type Act = (number: string) => Promise<unknown>

// The server names a state of a case by its version.
const tagOf = ({ version }: Desk) => `"${version}"`

const event = (name: string, what: Record<string, unknown>, more: { why?: string; ifMatch?: string } = {}): Act => (number) => {
  const { why, ...how } = more
  return send('post', '/api/cases/{number}/events', { params: { number }, body: { event: name, what, ...(why && { why }) } }, how)
}

export const recordOwn = (item: number, decision: string) => event('own-finding-recorded', { item, decision })
export const acceptFinding = (item: number, criterion: string) => event('finding-accepted', { item, criterion })
export const changeFinding = (item: number, criterion: string, finding: Finding, why: string) =>
  event('finding-overridden', { item, criterion, finding }, { why })
export const decide = (desk: Desk, what: { item: number; decision: string; rationale: string; citation: string }) =>
  event('item-decided', what, { ifMatch: tagOf(desk) })
export const takeBack = (why: string) => event('taken-back', {}, { why })

export const accept = (desk: Desk, attestation: string): Act => (number) =>
  send('post', '/api/cases/{number}/acceptance', { params: { number }, body: { attestation } }, { ifMatch: tagOf(desk) })
export const decline = (why: string): Act => (number) =>
  send('delete', '/api/cases/{number}/acceptance', { params: { number }, body: { why } })
export const prepare: Act = (number) => send('post', '/api/cases/{number}/draft', { params: { number } })
export const submit = (desk: Desk, summary: string): Act => (number) =>
  send('post', '/api/cases/{number}/submission', { params: { number }, body: { summary } }, { ifMatch: tagOf(desk) })
export const sign = (desk: Desk, password: string): Act => (number) =>
  send('post', '/api/cases/{number}/signature', { params: { number }, body: { password } }, { ifMatch: tagOf(desk), once: true })

const parts = ['/desk', '/acts', '/letter', ''] as const

function refresh(queries: QueryClient, number: string): Promise<unknown> {
  const asked = { params: { number } }
  return Promise.all(parts.map((part) => queries.invalidateQueries({ queryKey: apiKey(`/api/cases/{number}${part}`, asked) })))
}

/** Something that the reviewer does; behind it the desk is read again. */
export function useAct(number: string) {
  const queries = useQueryClient()
  return useMutation<unknown, ApiError, Act>({
    mutationFn: (act) => act(number),
    onSettled: () => refresh(queries, number),
  })
}

/** The answer to a finding, shown before the server has it. */
export function showAnswer(queries: QueryClient, number: string, item: number, criterion: string): void {
  queries.setQueryData<Desk>(apiKey('/api/cases/{number}/desk', { params: { number } }), (desk) => desk && {
    ...desk,
    items: desk.items.map((each) => (each.item !== item ? each : {
      ...each,
      criteria: each.criteria.map((one) => (one.id !== criterion ? one : { ...one, answer: { overridden: false, finding: null, why: null } })),
    })),
  })
}

export function inWords(error: ApiError): string {
  if (error.changedMeanwhile) return words.changedMeanwhile
  const fields = error.fields.map(({ message }) => message).join(' ')
  return [error.words, fields].filter(Boolean).join(' ')
}
