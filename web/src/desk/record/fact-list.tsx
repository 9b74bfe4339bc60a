import { words } from '@words/desk'
import { Day } from '../../components/day/day'
import { Finding } from '../../components/finding/finding'
import { useDesk } from '../desk-context'
import { type Mark, usesInWords } from '../marks'
import type { Document } from '../types'

/** The boxes of a page as a list: each fact with its words, and the criteria that use it. */
export function FactList({ document, page, marks }: { document: Document; page: number; marks: Mark[] }) {
  const { spot, turn } = useDesk()
  if (marks.length === 0) return <p>{words.facts.none}</p>
  return (
    <ul className="facts">
      {marks.map((mark) => (
        <li key={`${mark.begin} ${mark.end}`} className={mark.begin === spot.at ? 'fact fact--shown' : 'fact'}>
          <button type="button" className="link-button" aria-current={mark.begin === spot.at ? 'true' : undefined} onClick={() => turn(document, page, mark.begin)}>
            {words.facts.quote(mark.text)}
          </button>
          {mark.facts.map(({ label, date }, at) => <span key={at} className="fact__label">{label}{date && <> · <Day on={date} /></>}</span>)}
          {mark.contradictions.map((each) => <span key={each} className="remark remark--conflict">{each}</span>)}
          <Uses mark={mark} />
        </li>
      ))}
    </ul>
  )
}

function Uses({ mark }: { mark: Mark }) {
  const { desk, choose } = useDesk()
  const uses = usesInWords(desk, mark.uses)
  if (uses.length === 0) return <span className="fact__unused">{words.facts.unused}</span>
  return (
    <span className="fact__uses">
      {words.facts.used}{' '}
      {uses.map(({ item, criterion, says, finding }) => (
        <button key={`${item} ${criterion}`} type="button" className="link-button" onClick={() => choose(item, criterion)}>
          <Finding state={finding} compact /> {words.facts.useOf(item, says)}
        </button>
      ))}
    </span>
  )
}
