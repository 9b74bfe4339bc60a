import { useEffect, useRef, useState } from 'react'
import { words } from '@words/desk'
import { Finding } from '../../components/finding/finding'
import { useDesk } from '../desk-context'
import { asFinding } from '../marks'
import { indexShown, nextPlace } from '../spot'
import type { Criterion } from '../types'
import { Answer } from './answer'
import { SearchedList } from './searched'

interface Props {
  criterion: Criterion
  /** Findings can be answered now. */
  answers: boolean
  /** The first of its section of the guideline. */
  section: boolean
}

/** A criterion: its finding, what it rests on, and the reviewer's answer. Choosing it shows its places one after another. */
export function CriterionRow({ criterion, answers, section }: Props) {
  const { desk, item, noted, spot, show, current, look } = useDesk()
  const [open, setOpen] = useState(false)
  const row = useRef<HTMLLIElement>(null)
  const { id, says, places, searched, value } = criterion
  const shown = indexShown(desk, places, spot)
  const isCurrent = current === id
  useEffect(() => {
    if (isCurrent) row.current?.scrollIntoView({ block: 'nearest' })
  }, [isCurrent])
  const choose = () => {
    look(id)
    const place = nextPlace(desk, places, spot)
    if (place) show(place, places)
    else setOpen(!open)
  }
  const looked = criterion.answer !== null || noted.looked?.includes(id)
  const { finding, answer } = criterion
  return (
    <>
      {section && <li className="criteria__section" aria-hidden="true">{criterion.section}</li>}
      <li ref={row} className={isCurrent ? 'criterion criterion--current' : 'criterion'}>
        <button type="button" className="criterion__main" data-criterion={id} onClick={choose}
          aria-expanded={places.length === 0 && searched ? open : undefined}>
          <Finding state={answer?.overridden ? asFinding(answer.finding, finding) : finding} />
          <span className="criterion__says">{says}</span>
          {value && <span className="criterion__value">{value}</span>}
          {places.length > 0 && (
            <span className="criterion__places">
              {shown >= 0 ? words.criteria.placeOf(shown + 1, places.length) : words.criteria.places(places.length)} <span aria-hidden="true">▸</span>
            </span>
          )}
          {places.length === 0 && searched && <span className="criterion__places">{words.criteria.searched(searched.pages)} <span aria-hidden="true">{open ? '▾' : '▸'}</span></span>}
        </button>
        <div className="criterion__more">
          {!looked && <Finding state="not looked at yet" />}
          <Remarks criterion={criterion} decides={item.draft_shown} />
          {places.length > 0 && searched && (
            <button type="button" className="link-button" aria-expanded={open} onClick={() => setOpen(!open)}>{words.criteria.searched(searched.pages)}</button>
          )}
          <Answer criterion={criterion} answers={answers} />
        </div>
        {open && searched && <SearchedList searched={searched} />}
      </li>
    </>
  )
}

function Remarks({ criterion: { conflict, soft, standing, decided }, decides }: { criterion: Criterion; decides: boolean }) {
  return (
    <>
      {conflict && <span className="remark remark--conflict">{words.criteria.conflict}</span>}
      {decides && decided && <span className="remark">{words.criteria.decides}</span>}
      {soft && <span className="remark">{words.criteria.soft}</span>}
      {standing !== 'confirmed' && <span className="remark">{words.criteria.standing(standing)}</span>}
    </>
  )
}
