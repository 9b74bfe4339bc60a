import { useMemo, useState } from 'react'
import { words } from '@words/desk'
import { useDesk } from '../desk-context'
import { contradictionCodes, marksOn } from '../marks'
import { Timeline } from '../time/timeline'
import type { Document } from '../types'
import { ContradictionList } from './contradiction-list'
import { FactList } from './fact-list'
import { usePage } from './use-page'
import './under.css'

type Tab = 'facts' | 'contradictions' | 'timeline'

/** Below the page: what the software read on it, what contradicts itself in the records, and what was when. */
export function Under({ document, page }: { document: Document | undefined; page: number }) {
  const { desk, number, marks } = useDesk()
  const [tab, setTab] = useState<Tab | null>('timeline')
  const read = usePage(number, document, page)
  const here = useMemo(() => (document ? marksOn(document.name, page, marks, read.data?.facts ?? []) : []), [document, page, marks, read.data])
  const contradictions = desk.warnings.filter(({ code }) => contradictionCodes.has(code))
  const titles: [Tab, string][] = [
    ['timeline', words.facts.timeline],
    ['facts', words.facts.title(here.length)],
    ['contradictions', words.facts.contradictions(contradictions.length)],
  ]
  return (
    <div className="under">
      <div className="under__bar">
        {titles.map(([each, title]) => (
          <button key={each} type="button" className="bar-button" aria-expanded={tab === each} aria-controls="under" onClick={() => setTab(tab === each ? null : each)}>{title}</button>
        ))}
        {document?.repeated ? <span className="under__remark">{words.records.repeated(document.repeated)}</span> : null}
      </div>
      <div id="under" className="under__panel" hidden={tab === null} tabIndex={0} role="region" aria-label={titles.find(([each]) => each === tab)?.[1] ?? words.facts.timeline}>
        {tab === 'facts' && document && <FactList document={document} page={page} marks={here} />}
        {tab === 'facts' && !document && <p>{words.facts.none}</p>}
        {tab === 'contradictions' && <ContradictionList warnings={contradictions} />}
        {tab === 'timeline' && <Timeline />}
      </div>
    </div>
  )
}
