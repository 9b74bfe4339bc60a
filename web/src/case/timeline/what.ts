import { formatDay } from '../../components/day/days'

const isId = (value: unknown): boolean => typeof value === 'string' && /^[0-9a-f]{64}$/.test(value)

/** The fields of an event as people read them: names with spaces, days written out, ids of documents left out. */
export function wordsOfWhat(what: Record<string, unknown> | undefined): [string, string][] {
  return Object.entries(what ?? {}).flatMap(([name, value]): [string, string][] => {
    const text = wordsOf(value)
    return text === '' ? [] : [[name.replaceAll('_', ' '), text]]
  })
}

function wordsOf(value: unknown): string {
  if (value === null || value === undefined || isId(value)) return ''
  if (Array.isArray(value)) return value.map(wordsOf).filter(Boolean).join('; ')
  if (typeof value === 'object') return Object.values(value).map(wordsOf).filter(Boolean).join(', ')
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  return formatDay(String(value))
}
