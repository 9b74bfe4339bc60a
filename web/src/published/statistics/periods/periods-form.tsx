import { Button } from '@trussworks/react-uswds'
import type { FormEvent } from 'react'
import { words } from '@words/statistics'
import { words as shared } from '@words/determinations'
import { useTyped } from '../../use-typed'
import { periodInWords, type Periods, type Side } from './period'

interface Props {
  /** Those that have decided items, in their order. */
  months: string[]
  periods: Periods | null
  onCompare: (periods: Periods) => void
}

/** The months of two periods, the first and the last of each. */
export function PeriodsForm({ months, periods, onCompare }: Props) {
  const earlier = useMonths(periods?.earlier)
  const later = useMonths(periods?.later)
  const compare = (event: FormEvent) => {
    event.preventDefault()
    onCompare({ earlier: earlier.period, later: later.period })
  }
  const [first, last] = [months[0], months.at(-1)]
  return (
    <form className="periods" onSubmit={compare}>
      <Months side="earlier" typed={earlier} />
      <Months side="later" typed={later} />
      <Button type="submit">{words.periods.compare}</Button>
      <p className="usa-hint periods__hint" id="periods-hint">
        {words.periods.hint} {first && last && words.periods.there(periodInWords({ from: first, until: last }))}
      </p>
    </form>
  )
}

type Typed = ReturnType<typeof useMonths>

function useMonths(period: Periods[Side] | undefined) {
  const [from, setFrom] = useTyped(period?.from ?? '')
  const [until, setUntil] = useTyped(period?.until ?? '')
  return { period: { from, until }, setFrom, setUntil }
}

function Months({ side, typed: { period, setFrom, setUntil } }: { side: Side; typed: Typed }) {
  return (
    <fieldset className="usa-fieldset" aria-describedby="periods-hint">
      <legend className="days__legend">{words.periods[side]}</legend>
      <div className="periods__months">
        <Month id={`${side}-from`} label={shared.narrow.from} value={period.from} onType={setFrom} />
        <Month id={`${side}-until`} label={shared.narrow.until} value={period.until} onType={setUntil} />
      </div>
    </fieldset>
  )
}

// Some browsers know no months, and show a line to type into.
function Month({ id, label, value, onType }: { id: string; label: string; value: string; onType: (month: string) => void }) {
  return (
    <div>
      <label className="usa-label" htmlFor={id}>{label}</label>
      <input className="usa-input" id={id} type="month" required pattern="[0-9]{4}-[0-9]{2}" placeholder={words.periods.form} value={value} onChange={({ target }) => onType(target.value)} />
    </div>
  )
}
