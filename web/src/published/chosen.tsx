import { words } from '@words/determinations'
import { formatDay } from '../components/day/days'
import { conditionInWords } from './fields'
import { type Narrowing, same, written } from './question'

interface Props {
  narrowing: Narrowing
  onChange: (change: Partial<Narrowing>) => void
}

/** What a list is narrowed down by, each with the way to take it away. */
export function Chosen({ narrowing: { where, from, until }, onChange }: Props) {
  const chosen = [
    ...where.map((condition) => ({ key: written(condition), says: conditionInWords(condition), remove: () => onChange({ where: where.filter((each) => !same(each, condition)) }) })),
    ...(from ? [{ key: 'from', says: words.from(formatDay(from)), remove: () => onChange({ from: '' }) }] : []),
    ...(until ? [{ key: 'until', says: words.until(formatDay(until)), remove: () => onChange({ until: '' }) }] : []),
  ]
  if (chosen.length === 0) return null
  return (
    <div className="chosen">
      <p id="chosen">{words.narrow.chosen}</p>
      <ul aria-labelledby="chosen">
        {chosen.map(({ key, says, remove }) => (
          <li key={key}>
            <button type="button" className="chosen__one" aria-label={words.narrow.remove(says)} onClick={remove}>
              <span>{says}</span><span aria-hidden="true">✕</span>
            </button>
          </li>
        ))}
      </ul>
      {chosen.length > 1 && (
        <button type="button" className="usa-button usa-button--unstyled" onClick={() => onChange({ where: [], from: '', until: '' })}>{words.narrow.removeAll}</button>
      )}
    </div>
  )
}
