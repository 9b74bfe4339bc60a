import { Button } from '@trussworks/react-uswds'
import type { FormEvent } from 'react'
import { words } from '@words/determinations'
import { useTyped } from './use-typed'

interface Props {
  legend: string
  hint?: string
  from: string
  until: string
  onApply: (days: { from: string; until: string }) => void
}

/** The first and the last day of the decisions; either may be left out. */
export function Days({ legend, hint, from, until, onApply }: Props) {
  const [first, setFirst] = useTyped(from)
  const [last, setLast] = useTyped(until)
  const apply = (event: FormEvent) => {
    event.preventDefault()
    onApply({ from: first, until: last })
  }
  return (
    <form className="days" onSubmit={apply}>
      <fieldset className="usa-fieldset" aria-describedby={hint && 'days-hint'}>
        <legend className="days__legend">{legend}</legend>
        {hint && <span className="usa-hint days__hint" id="days-hint">{hint}</span>}
        <div className="days__days">
          <div>
            <label className="usa-label" htmlFor="from">{words.narrow.from}</label>
            <input className="usa-input" id="from" type="date" value={first} onChange={({ target }) => setFirst(target.value)} />
          </div>
          <div>
            <label className="usa-label" htmlFor="until">{words.narrow.until}</label>
            <input className="usa-input" id="until" type="date" value={last} onChange={({ target }) => setLast(target.value)} />
          </div>
          <Button type="submit" outline>{words.narrow.apply}</Button>
        </div>
      </fieldset>
    </form>
  )
}
