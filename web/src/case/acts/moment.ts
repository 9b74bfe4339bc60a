import { words } from '@words/acts'
import type { FieldError } from '../../components/errors/error-summary'

export const onDay = 'act-on-day'
export const onTime = 'act-on-time'

/** When something happened, `2015-10-12T09:30` or `2015-10-12`; undefined: now. */
export function momentOf(day: string, time: string, today: string): { on?: string; errors: FieldError[] } {
  if (!day && time) return { errors: [{ field: onDay, message: words.dayMissing }] }
  if (!day) return { errors: [] }
  if (day > today) return { errors: [{ field: onDay, message: words.later }] }
  return { on: time ? `${day}T${time}` : day, errors: [] }
}
