export interface DayParts {
  year: string
  month: string
  day: string
}

export function partsOf(value: string): DayParts {
  const [year = '', month = '', day = ''] = value.split('-')
  return { year, month, day }
}

/** The parts as one value; empty where none is filled in. */
export function joinDay({ year, month, day }: DayParts): string {
  const written = [year, month, day].map((part) => part.trim())
  return written.some((part) => part !== '') ? written.join('-') : ''
}

/** `2015-8-3` as `2015-08-03`; null where it is no day of the calendar. */
export function isoDay(value: string): string | null {
  const found = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(value)
  if (!found) return null
  const iso = `${found[1]}-${found[2]!.padStart(2, '0')}-${found[3]!.padStart(2, '0')}`
  const day = new Date(`${iso}T00:00:00Z`)
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(iso) ? iso : null
}
