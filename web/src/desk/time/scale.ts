const day = 86_400_000
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

const time = (iso: string) => Date.parse(`${iso.slice(0, 10)}T00:00:00Z`)

/** Where a day stands between the first and the last, in percent. */
export interface Scale {
  first: string
  last: string
  at: (day: string) => number
}

export function scaleOf(days: string[]): Scale | null {
  const times = days.map(time).filter(Number.isFinite)
  if (times.length === 0) return null
  const [from, to] = [Math.min(...times), Math.max(...times)]
  const span = Math.max(to - from, day)
  const written = (at: number) => new Date(at).toISOString().slice(0, 10)
  return { first: written(from), last: written(to), at: (iso) => round((100 * (time(iso) - from)) / span) }
}

export interface Tick {
  at: number
  says: string
}

const steps = [1, 2, 3, 6, 12, 24, 60, 120]

/** Beginnings of months or years on the scale, at most `most` of them. */
export function ticksOf(scale: Scale, most: number): Tick[] {
  const [from, to] = [new Date(scale.first), new Date(scale.last)]
  const monthOf = (date: Date) => date.getUTCFullYear() * 12 + date.getUTCMonth()
  const count = monthOf(to) - monthOf(from)
  const step = steps.find((each) => count / each <= most) ?? steps.at(-1)!
  const first = Math.ceil((monthOf(from) + (from.getUTCDate() > 1 ? 1 : 0)) / step) * step
  const ticks: Tick[] = []
  for (let month = first; month <= monthOf(to); month += step) {
    const [year, name] = [Math.floor(month / 12), months[month % 12]]
    const iso = `${year}-${String((month % 12) + 1).padStart(2, '0')}-01`
    ticks.push({ at: scale.at(iso), says: step >= 12 ? String(year) : `${name} ${year}` })
  }
  return ticks
}

const round = (value: number) => Math.round(value * 100) / 100
