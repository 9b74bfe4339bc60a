import { daysBetween, dueInWords, formatDay } from './days'
import './day.css'

/** A day or a moment as people write it, with the form that programs read. Nothing for no day. */
export function Day({ on }: { on: string | null }) {
  if (on === null) return null
  return <time className="day" dateTime={on}>{formatDay(on)}</time>
}

/** When something is due, in words seen from today, then the day. What is late or due today stands out. */
export function Due({ on, today }: { on: string | null; today: string }) {
  const days = on === null ? 1 : daysBetween(today, on)
  const urgency = days < 0 ? 'due due--late' : days === 0 ? 'due due--today' : 'due'
  return (
    <span className={urgency}>
      <span className="due__words">{dueInWords(on, today)}</span> <Day on={on} />
    </span>
  )
}
