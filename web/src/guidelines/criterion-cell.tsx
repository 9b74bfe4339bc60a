import { words } from '@words/guidelines'
import { Kind, Standing } from '../components/criteria/standing'
import type { Cell, Criterion } from './compare'
import { wordDiff } from './word-diff'

const said = words.topic

/** A point of an edition, with what became of it since the edition before. */
export function CriterionCell({ cell }: { cell: Cell }) {
  if (cell.what === 'absent') return <div className="topic__cell topic__cell--absent"><span className="topic__nothing" aria-hidden="true">–</span><span className="usa-sr-only">{said.notHere}</span></div>
  if (cell.what === 'dropped') {
    return (
      <div className="topic__cell topic__cell--dropped">
        <Change word={said.changes.dropped} mark="−" />
        <p><span className="usa-sr-only">{said.was}: </span><del>{cell.before.says}</del></p>
      </div>
    )
  }
  const { criterion } = cell
  return (
    <div className={`topic__cell topic__cell--${cell.what}`}>
      {cell.what === 'new' && <Change word={said.changes.new} mark="+" />}
      {cell.what === 'changed' && <Change word={said.changes.changed} mark="≠" />}
      <p>{cell.what === 'changed' ? <Changed before={cell.before} now={criterion} /> : criterion.says}</p>
      <p className="topic__about"><Kind kind={criterion.kind} soft={criterion.soft} /> <Standing standing={criterion.standing} /></p>
      <p className="topic__source"><span className="usa-sr-only">{said.source}: </span>{criterion.source}</p>
    </div>
  )
}

function Changed({ before, now }: { before: Criterion; now: Criterion }) {
  return wordDiff(before.says, now.says).map(({ text, what }, at) => (
    <span key={at}>{what === 'same' ? text : what === 'added' ? <ins>{text}</ins> : <del>{text}</del>} </span>
  ))
}

const Change = ({ word, mark }: { word: string; mark: string }) => (
  <p className="topic__change"><span aria-hidden="true">{mark}</span> {word}</p>
)
