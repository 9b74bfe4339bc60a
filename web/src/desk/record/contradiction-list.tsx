import { words } from '@words/desk'
import { useDesk } from '../desk-context'
import { placeTitle } from '../place-words'
import type { Warning } from '../types'

/** Statements of the records that cannot all be true, each with its places. */
export function ContradictionList({ warnings }: { warnings: Warning[] }) {
  const { desk, show } = useDesk()
  if (warnings.length === 0) return <p>{words.facts.noContradictions}</p>
  return (
    <ul className="facts">
      {warnings.map(({ code, message, places }, at) => (
        <li key={`${code} ${at}`} className="fact">
          <span className="remark remark--conflict">{message}</span>
          {places.map((place) => (
            <button key={`${place.document} ${place.begin}`} type="button" className="link-button" onClick={() => show(place, places)}>{placeTitle(desk, place)}</button>
          ))}
        </li>
      ))}
    </ul>
  )
}
