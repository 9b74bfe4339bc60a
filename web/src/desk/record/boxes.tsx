import { memo } from 'react'
import { useDesk } from '../desk-context'
import type { Mark } from '../marks'
import { documentAt } from '../spot'
import { boxesOf, inPercent } from '../text/boxes'
import type { Document, RecordPage } from '../types'
import { kindOf, markSays } from './mark-words'
import './boxes.css'

interface Props {
  document: Document
  read: RecordPage
  marks: Mark[]
  size: { width: number; height: number }
}

/** Boxes on the words of a page. They are for eyes and mouse; the list below the page says the same to everybody. */
export const Boxes = memo(function Boxes({ document, read, marks, size }: Props) {
  const { desk, spot, turn } = useDesk()
  const here = documentAt(desk, spot) === document && spot.page === read.page
  const known = marks.some(({ begin }) => begin === spot.at)
  return (
    <div className="boxes" aria-hidden="true">
      {marks.map((mark) => {
        const shown = here && mark.begin === spot.at
        return boxesAt(mark, read).map((box, at) => (
          <span key={`${mark.begin} ${mark.end} ${at}`} className={`box box--${kindOf(mark)}${box[0]! > size.width * 0.55 ? ' box--right' : ''}${shown ? ' box--shown' : ''}`} data-shown={shown || undefined}
            data-says={at === 0 ? markSays(desk, mark) : undefined} style={inPercent(box, size.width, size.height)}
            onClick={() => turn(document, read.page, mark.begin)} />
        ))
      })}
      {here && !known && spot.at !== null && boxesOf({ begin: spot.at, end: spot.at + 1 }, read.words).map((box) => (
        <span key="found" className="box box--shown" data-shown style={inPercent(box, size.width, size.height)} />
      ))}
    </div>
  )
})

function boxesAt(mark: Mark, read: RecordPage) {
  const boxes = boxesOf(mark, read.words)
  return boxes.length > 0 ? boxes : mark.box ? [mark.box] : []
}
