import { useLayoutEffect, useRef, useState } from 'react'
import { words } from '@words/determinations'
import { fieldInWords, valueInWords } from '../fields'
import type { Condition } from '../question'
import { most, valuesOf } from './facet-values'
import type { Facet } from './use-search'

interface Props {
  facet: Facet
  where: Condition[]
  onToggle: (condition: Condition) => void
}

const opened = ['decision', 'category', 'drug', 'treatment']
const first = 8

/** The values of a field: the chosen ones on top, then the most frequent. */
export function FacetList({ facet: { facet: field, says, values }, where, onToggle }: Props) {
  const listed = valuesOf(field, values, where)
  const chosen = listed.filter((value) => value.chosen).length
  const [open, setOpen] = useState(chosen > 0 || opened.includes(field))
  const [all, setAll] = useState(false)
  const keepFocus = useKeptFocus()
  const shown = all ? listed : listed.slice(0, Math.max(first, chosen))
  return (
    <details className="facet" open={open} onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>{fieldInWords(field, says)}</summary>
      <ul>
        {shown.map(({ value, letters, chosen: checked }) => {
          const id = `${field}-${encodeURIComponent(value)}`
          const toggle = () => {
            keepFocus(id)
            onToggle({ field, value })
          }
          return (
            <li key={value} className="usa-checkbox">
              <input className="usa-checkbox__input" id={id} type="checkbox" checked={checked} onChange={toggle} />
              <label className="usa-checkbox__label" htmlFor={id}>
                <span title={value}>{valueInWords(field, value)}</span>
                <span className="facet__count">{letters.toLocaleString('en-US')}<span className="usa-sr-only"> {words.narrow.unit(letters)}</span></span>
              </label>
            </li>
          )
        })}
      </ul>
      {listed.length > first && (
        <button type="button" className="usa-button usa-button--unstyled" aria-expanded={all} onClick={() => setAll(!all)}>{all ? words.narrow.fewer : words.narrow.all(listed.length)}</button>
      )}
      {all && values.length >= most && <p className="facet__most">{words.narrow.only(most)}</p>}
    </details>
  )
}

// A value that is chosen moves to the top, and a browser takes the focus from what moves.
function useKeptFocus(): (id: string) => void {
  const kept = useRef('')
  useLayoutEffect(() => {
    if (kept.current !== '' && document.activeElement === document.body) document.getElementById(kept.current)?.focus({ preventScroll: true })
    if (document.activeElement !== document.body && document.activeElement?.id !== kept.current) kept.current = ''
  })
  return (id) => void (kept.current = id)
}
