import { words } from '@words/reports'
import type { Schema } from '../../../api/types'
import { Differing } from '../../../components/criteria/differing'
import { Day } from '../../../components/day/day'
import { Decision } from '../../../published/decision'
import { letterAddress } from '../../../published/question'

type Consistency = Schema<'Consistency'>
type Pair = Consistency['pairs'][number]

const { consistency: say } = words
const most = 50 // as many as the API answers with

/** The answer: how many pairs there are, of how many letters; then each of them. */
export function Pairs({ consistency: { found, compared, least, pairs }, busy }: { consistency: Consistency; busy: boolean }) {
  const same = pairs.filter(({ differing }) => differing.length === 0).length
  return (
    <div className="consistency" aria-busy={busy}>
      <p className="report__says" role="status">{busy ? say.loading : say.says(pairs.length, least, same)}</p>
      <p className="report__note">{say.compared(compared, found)} {pairs.length >= most && say.most(pairs.length)}</p>
      <p className="report__note">{say.caution}</p>
      {pairs.length > 0 && (
        <ol className="consistency__pairs" aria-label={say.pairs}>
          {pairs.map((pair) => <PairView key={`${pair.overturned.id} ${pair.upheld.id} ${pair.overturned.item} ${pair.upheld.item}`} pair={pair} />)}
        </ol>
      )}
    </div>
  )
}

function PairView({ pair: { likeness, alike, overturned, upheld, differing } }: { pair: Pair }) {
  const rows = differing.map(({ says, overturned: one, upheld: other }) => ({ says, one, other }))
  return (
    <li className="pair">
      <p className="pair__likeness"><strong>{say.likeness(likeness)}</strong> · {say.alike(alike)}</p>
      <div className="pair__sides">
        <Side item={overturned} decision="Overturned" />
        <Side item={upheld} decision="Upheld" />
      </div>
      {rows.length > 0
        ? <Differing title={say.differs} one="Overturned" other="Upheld" rows={rows} />
        : <p className="pair__same">{say.same}</p>}
    </li>
  )
}

function Side({ item: { id, reference, decided, item }, decision }: { item: Pair['upheld']; decision: 'Upheld' | 'Overturned' }) {
  return (
    <div className="pair__side">
      <Decision decision={decision} />
      <p className="pair__item">{item}</p>
      <p className="pair__letter"><a className="usa-link" href={letterAddress(id)} target="_blank" rel="noreferrer">{say.read(reference)}</a> <Day on={decided} /></p>
    </div>
  )
}
