import { Button } from '@trussworks/react-uswds'
import { useState } from 'react'
import { words } from '@words/check'
import { words as criteria } from '@words/criteria'
import type { Schema } from '../api/types'
import { Kind, Legend, Standing } from '../components/criteria/standing'
import { formatDay } from '../components/day/days'
import { Finding, type FindingState } from '../components/finding/finding'
import { checklistText, pointsOf } from './checklist'

type CheckRow = Schema<'CheckRow'>
type Checklist = Schema<'Checklist'>

/** The checklist: what to add first, since that is what one came for. That an exclusion is met is no good news: it has no colour. */
export function CheckResult({ list, on = today() }: { list: Checklist; on?: string | undefined }) {
  if (!list.addressed) {
    return (
      <>
        <h2>{list.treatment}</h2>
        <p><strong>{words.notAddressed}</strong></p>
        <p>{words.notAddressedText}</p>
      </>
    )
  }
  const { missing, against, documented } = list
  const points = pointsOf(list)
  return (
    <>
      <h2>{list.treatment}</h2>
      <p className="check__summary">{words.summary(points.documented, points.all)}</p>
      <p className="check__source">{list.citation}<br />{words.made(formatDay(on))}. {words.searched(list.pages)}</p>
      <Take text={checklistText(list, on)} />
      <Rows title={words.missing(missing.length)} rows={missing} />
      {against.length > 0 && <Rows title={words.against(against.length)} rows={against} />}
      <Rows title={words.documented(documented.length)} rows={documented} />
      <p className="check__caution">{words.caution}</p>
      <Legend />
    </>
  )
}

function Rows({ title, rows }: { title: string; rows: CheckRow[] }) {
  return (
    <section className="check__rows">
      <h3>{title}</h3>
      {rows.length === 0 && <p className="usa-hint">{words.none}</p>}
      <ul>
        {rows.map((row) => (
          <li key={row.id}>
            {row.kind === 'exclusion' ? <b>{row.finding}</b> : <Finding state={row.finding as FindingState} />}
            <div>
              <span className="check__says">{row.says}</span>
              <span className="check__about"><Kind kind={row.kind} /> <Standing standing={row.standing} /> {row.kind === 'exclusion' && criteria.kinds['exclusion']?.means}</span>
              {row.words.length > 0 && (
                <span className="check__quote"><span className="usa-sr-only">{words.wordsOfNotes}: </span>{row.words.map((text) => <q key={text}>{text}</q>)}</span>
              )}
              {row.finding === 'not documented' && row.example && <span className="check__example"><b>{words.example}:</b> {row.example}</span>}
            </div>
          </li>
        ))}
      </ul>
    </section>
  )
}

function Take({ text }: { text: string }) {
  const [said, setSaid] = useState('')
  const copy = () => navigator.clipboard.writeText(text).then(() => setSaid(words.copied), () => setSaid(words.notCopied))
  return (
    <div className="check__take">
      <Button type="button" outline onClick={() => void copy()}>{words.copy}</Button>
      <Button type="button" outline onClick={() => print()}>{words.print}</Button>
      <span role="status">{said}</span>
    </div>
  )
}

const today = () => new Intl.DateTimeFormat('sv-SE').format(new Date())
