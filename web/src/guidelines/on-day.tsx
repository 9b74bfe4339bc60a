import { useEffect, useState } from 'react'
import { words } from '@words/guidelines'

/** The day whose guidelines hold. A day that is still being typed changes nothing. */
export function OnDay({ on, onChange }: { on: string; onChange: (on: string) => void }) {
  const [typed, setTyped] = useState(on)
  useEffect(() => setTyped(on), [on])
  const type = (value: string) => {
    setTyped(value)
    if (value === '' || /^(19|20)\d\d-/.test(value)) onChange(value)
  }
  return (
    <div>
      <label className="usa-label" htmlFor="on">{words.on}</label>
      <div className="guidelines__day">
        <input className="usa-input" id="on" type="date" value={typed} title={words.onHint} onChange={(event) => type(event.target.value)} />
        {on && <button type="button" className="usa-button usa-button--unstyled" onClick={() => onChange('')}>{words.clear}</button>}
      </div>
    </div>
  )
}
