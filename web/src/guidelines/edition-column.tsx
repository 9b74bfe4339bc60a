import { words } from '@words/guidelines'
import { Day } from '../components/day/day'
import { formatDay } from '../components/day/days'
import { CriterionCell } from './criterion-cell'
import { type Column, inForce } from './compare'

const said = words.topic

/** One edition: when it holds, what it says of the treatment as a whole, and its points, in rows with the others. */
export function EditionColumn({ column: { section, follows, cells }, on }: { column: Column; on: string }) {
  const holds = on !== '' && inForce(section, on)
  const look = on === '' ? '' : holds ? ' topic__edition--holds' : ' topic__edition--past'
  const rows = 3 + cells.length
  return (
    <section className={`topic__edition${look}`} style={{ gridRow: `span ${rows}` }} aria-label={section.edition}>
      <header className="topic__head">
        <h2>{section.guideline}</h2>
        <p className="topic__title">{section.title}{section.pages && <span> · {said.pages(section.pages)}</span>}</p>
        <p className="topic__days">
          <Day on={section.from} /> – {section.until ? <Day on={section.until} /> : words.open}
        </p>
        {on !== '' && <p className="topic__force">{holds ? `● ${said.inForce(formatDay(on))}` : `○ ${said.notInForce(formatDay(on))}`}</p>}
      </header>
      <div className="topic__position">
        {section.position && <strong>{section.position}</strong>}
        {section.applies_to.length > 0 && <span>{said.appliesTo}: {section.applies_to.join(', ').replaceAll('_', ' ')}</span>}
      </div>
      <p className="topic__compared">{follows ? said.compared(follows.guideline) : ''}</p>
      {cells.map((cell, at) => <CriterionCell key={at} cell={cell} />)}
    </section>
  )
}
