import { words } from '@words/common'

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']
const millisecondsADay = 86_400_000

const parts = (iso: string) => /^(\d{4})-(\d\d)-(\d\d)(?:T(\d\d):(\d\d))?/.exec(iso)

/** `2015-08-25` as `Aug 25, 2015`, a moment with its time: `Aug 25, 2015, 2:05 pm`. What is no day stays as it is. */
export function formatDay(iso: string): string {
  const found = parts(iso)
  if (!found) return iso
  const [, year, month, day, hour, minute] = found
  const written = `${months[Number(month) - 1]} ${Number(day)}, ${year}`
  return hour === undefined ? written : `${written}, ${formatTime(Number(hour), minute ?? '00')}`
}

function formatTime(hour: number, minute: string): string {
  return `${hour % 12 || 12}:${minute} ${hour < 12 ? 'am' : 'pm'}`
}

/** Whole days from one day to another, of days without a time zone; hours do not count. */
export function daysBetween(from: string, to: string): number {
  const count = (iso: string) => Date.parse(`${iso.slice(0, 10)}T00:00:00Z`) / millisecondsADay
  return count(to) - count(from)
}

/** `2 days late`, `due today`, `in 3 days`, seen from `today`. */
export function dueInWords(due: string | null, today: string): string {
  if (due === null) return words.due.none
  const days = daysBetween(today, due)
  if (days < 0) return words.due.late(-days)
  if (days === 0) return words.due.today
  return days === 1 ? words.due.tomorrow : words.due.later(days)
}
