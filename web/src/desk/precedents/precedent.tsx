import { words } from '@words/desk'
import type { Schema } from '../../api/types'
import { Differing } from '../../components/criteria/differing'
import { Day } from '../../components/day/day'
import { Decision } from '../../published/decision'
import { letterAddress } from '../../published/question'

type Precedent = Schema<'Precedent'>

/** One item of a published letter: how it was decided, how much it is like this one, and where the two differ. */
export function PrecedentView({ precedent }: { precedent: Precedent }) {
  const { id, reference, decided, item, decision, likeness, alike, differing } = precedent
  const { precedents: say } = words
  return (
    <li className="precedent">
      <div className="precedent__head">
        <span className="precedent__item">{item}</span>
        <Decision decision={decision} />
      </div>
      <p className="precedent__likeness">
        {say.likeness(likeness)}{alike + differing.length > 0 && ` · ${say.alike(alike, alike + differing.length)}`}
      </p>
      {differing.length > 0 && (
        <Differing title={say.differs} one={say.here} other={say.there} rows={differing.map(({ says, here, there }) => ({ says, one: here, other: there }))} />
      )}
      <p className="precedent__letter">
        <a className="usa-link" href={letterAddress(id)} target="_blank" rel="noreferrer">{say.letter(reference)}</a> <Day on={decided} />
      </p>
    </li>
  )
}
