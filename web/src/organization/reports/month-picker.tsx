import { Button } from '@trussworks/react-uswds'
import { words } from '@words/reports'
import { monthAfter, monthInWords, monthsUntil } from './months'

const months = 36

interface Props {
  month: string
  today: string
  onChange: (month: string) => void
}

/** One of the last three years' months, or the one before or after. */
export function MonthPicker({ month, today, onChange }: Props) {
  const known = monthsUntil(today, months)
  const all = known.includes(month) ? known : [...known, month].sort().reverse()
  return (
    <div className="report__month">
      <label className="usa-label" htmlFor="month">{words.month}</label>
      <Button type="button" outline aria-label={words.before} onClick={() => onChange(monthAfter(month, -1))}>‹</Button>
      <select className="usa-select" id="month" value={month} onChange={({ target }) => onChange(target.value)}>
        {all.map((each) => <option key={each} value={each}>{monthInWords(each)}</option>)}
      </select>
      <Button type="button" outline aria-label={words.after} disabled={month >= today.slice(0, 7)} onClick={() => onChange(monthAfter(month, 1))}>›</Button>
    </div>
  )
}
