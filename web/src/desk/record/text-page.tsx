import { words } from '@words/desk'
import { useDesk } from '../desk-context'
import type { Mark } from '../marks'
import { segmentsOf } from '../text/segments'
import type { Document, RecordPage } from '../types'
import { kindOf, markSays } from './mark-words'
import './boxes.css'

/** A page that is text, with the words marked that the software read. */
export function TextPage({ document, read, marks, zoom }: { document: Document; read: RecordPage | undefined; marks: Mark[]; zoom: number }) {
  const { desk, spot, turn } = useDesk()
  if (!read) return <p className="viewer__note">{words.records.loading}</p>
  const found = spot.at !== null && !marks.some(({ begin }) => begin === spot.at)
  const all: Mark[] = found && spot.at !== null ? [...marks, foundAt(spot.at)] : marks
  return (
    <pre className="text-page" style={{ fontSize: `${zoom * 0.875}rem` }}>
      {segmentsOf(read.text, read.begin, all).map(({ text, spans }, at) => {
        const here = spans.map((span) => all[span]!)
        const mark = here.find(({ begin }) => begin === spot.at) ?? here[0]
        if (!mark) return text
        const shown = mark.begin === spot.at
        return (
          <mark key={at} className={`word word--${kindOf(mark)}${shown ? ' word--shown' : ''}`} data-shown={shown || undefined}
            title={markSays(desk, mark) || undefined} onClick={() => turn(document, read.page, mark.begin)}>{text}</mark>
        )
      })}
    </pre>
  )
}

// What the reviewer looked for themselves has no fact; its first character shows where it begins.
const foundAt = (begin: number): Mark => ({ begin, end: begin + 1, text: '', facts: [], uses: [], contradictions: [] })
