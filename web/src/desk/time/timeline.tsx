import { useState } from 'react'
import { words } from '@words/desk'
import { useDesk } from '../desk-context'
import { Picture } from './picture'
import { TimelineTable } from './timeline-table'
import './timeline.css'

const first = new Set(['drug', 'pain', 'work_status'])

/** What the records say by date: the drugs, the pain, the work; more on request. The table says the same as the picture. */
export function Timeline() {
  const { desk } = useDesk()
  const [all, setAll] = useState(false)
  const [table, setTable] = useState(false)
  const rows = all ? desk.timeline : desk.timeline.filter(({ kind }) => first.has(kind))
  if (desk.timeline.length === 0) return <p>{words.timeline.none}</p>
  return (
    <div className="timeline">
      {table ? <TimelineTable rows={rows} /> : <Picture rows={rows} />}
      <p className="timeline__ways">
        <button type="button" className="link-button" onClick={() => setTable(!table)}>{table ? words.timeline.picture : words.timeline.table}</button>
        {desk.timeline.some(({ kind }) => !first.has(kind)) && (
          <label><input type="checkbox" checked={all} onChange={(event) => setAll(event.target.checked)} /> {words.timeline.all}</label>
        )}
      </p>
    </div>
  )
}
