const names = 'January February March April May June July August September October November December'.split(' ')

/** `2015-10` as `October 2015`. */
export function monthInWords(month: string): string {
  const [year, number] = month.split('-')
  return `${names[Number(number) - 1]} ${year}`
}

/** The month so many months after this one; before it where the number is below 0. */
export function monthAfter(month: string, months: number): string {
  const [year, number] = month.split('-').map(Number)
  const count = year! * 12 + number! - 1 + months
  return `${Math.floor(count / 12)}-${String((count % 12) + 1).padStart(2, '0')}`
}

/** The month of a day and those before it, the latest first. */
export function monthsUntil(today: string, count: number): string[] {
  return Array.from({ length: count }, (_, back) => monthAfter(today.slice(0, 7), -back))
}

export const isMonth = (text: string): boolean => /^\d{4}-(0[1-9]|1[0-2])$/.test(text)
