/** A value that a field must have: `drug:carisoprodol`. Of several for one field any will do. */
export interface Condition {
  field: string
  value: string
}

/** What published determinations are narrowed down by; days are as the address has them, empty for none. */
export interface Narrowing {
  where: Condition[]
  from: string
  until: string
}

export type Sort = 'relevance' | 'newest' | 'oldest'

export interface Question extends Narrowing {
  q: string
  sort: Sort
  skip: number
}

export const farthest = 10_000 // as far as the API skips

const sorts: Sort[] = ['relevance', 'newest', 'oldest']

export function readNarrowing(params: URLSearchParams): Narrowing {
  const where = params.getAll('where').flatMap((written) => {
    const colon = written.indexOf(':')
    return colon > 0 ? [{ field: written.slice(0, colon), value: written.slice(colon + 1) }] : []
  })
  return { where: unlike(where), from: params.get('from') ?? '', until: params.get('until') ?? '' }
}

/** The question that an address asks; what it does not say has its default. */
export function readQuestion(params: URLSearchParams): Question {
  const skip = Number(params.get('skip'))
  return {
    ...readNarrowing(params),
    q: params.get('q') ?? '',
    sort: sorts.find((sort) => sort === params.get('sort')) ?? 'relevance',
    skip: Number.isInteger(skip) && skip > 0 ? Math.min(skip, farthest) : 0,
  }
}

export const written = ({ field, value }: Condition): string => `${field}:${value}`
export const same = (one: Condition, other: Condition): boolean => one.field === other.field && one.value === other.value

const unlike = (all: Condition[]) => all.filter((each, at) => all.findIndex((other) => same(each, other)) === at)

/** What an address or a request says of a question, without its defaults. Addresses and the API have the same words. */
export function paramsOf({ q, where = [], from, until, sort, skip }: Partial<Question>): URLSearchParams {
  const params = new URLSearchParams()
  if (q) params.set('q', q)
  for (const each of where) params.append('where', written(each))
  if (from) params.set('from', from)
  if (until) params.set('until', until)
  if (sort && sort !== 'relevance') params.set('sort', sort)
  if (skip) params.set('skip', String(skip))
  return params
}

const at = (path: string, params: URLSearchParams) => (params.size > 0 ? `${path}?${params}` : path)

export const searchAddress = (question: Partial<Question>): string => at('/determinations', paramsOf(question))
export const feedAddress = ({ q, where, from, until }: Question): string => at('/api/determinations/feed', paramsOf({ q, where, from, until }))
export const letterAddress = (id: string): string => `/determinations/${encodeURIComponent(id)}`

export function statisticsAddress(by: string, { where = [], from = '', until = '' }: Partial<Narrowing> = {}): string {
  const params = paramsOf({ where, from, until })
  return at('/statistics', new URLSearchParams([['by', by], ...params]))
}

/** The question to the API, one page of it. */
export function asQuery({ q, where, from, until, sort, skip }: Question) {
  return { q, where: where.map(written), from, until, ...(sort !== 'relevance' && { sort }), ...(skip > 0 && { skip }) }
}

/** The condition added, or taken away where it is there. */
export function toggled(where: Condition[], condition: Condition): Condition[] {
  const without = where.filter((each) => !same(each, condition))
  return without.length < where.length ? without : [...where, condition]
}
