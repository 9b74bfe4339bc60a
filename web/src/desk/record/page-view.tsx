import { useEffect, useMemo, useRef } from 'react'
import { words } from '@words/desk'
import { useDesk } from '../desk-context'
import { marksOn } from '../marks'
import type { Document } from '../types'
import { Boxes } from './boxes'
import { PdfPage } from './pdf-page'
import { TextPage } from './text-page'
import { usePage } from './use-page'
import { fileAddress } from './viewer-bar'

const letter = { width: 612, height: 792 }

/** A page of a record as it came, with boxes on the words that the software read. */
export function PageView({ document, page, zoom }: { document: Document; page: number; zoom: number }) {
  const { number, marks, spot } = useDesk()
  const read = usePage(number, document, page)
  const area = useRef<HTMLDivElement>(null)
  const here = useMemo(() => marksOn(document.name, page, marks, read.data?.facts ?? []), [document.name, page, marks, read.data])
  useShown(area, [document.name, page, spot.at, read.data, zoom])
  const size = { width: read.data?.width ?? letter.width, height: read.data?.height ?? letter.height }
  const url = fileAddress(number, document)
  const frame = { width: `${zoom * 100}%`, aspectRatio: `${size.width} / ${size.height}` }
  const name = words.records.picture(document.name, page)
  return (
    <div className="page-area" ref={area} tabIndex={0} role="region" aria-label={words.records.pageArea}>
      {read.data?.unreadable && <p className="viewer__note">{words.records.unreadablePage(read.data.unreadable)}</p>}
      {read.isError && <p className="viewer__note" role="alert">{words.records.failed} {read.error.message}</p>}
      {document.media === 'text'
        ? <TextPage document={document} read={read.data} marks={here} zoom={zoom} />
        : (
          <div className="page-frame" style={frame}>
            {document.media === 'pdf'
              ? <PdfPage key={`${url} ${page}`} url={url} page={page} zoom={zoom} name={name} />
              : <img className="page-picture" src={url} alt={name} width={size.width} height={size.height} />}
            {read.data && <Boxes document={document} read={read.data} marks={here} size={size} />}
          </div>
        )}
    </div>
  )
}

/** Brings the words that are shown into the area, and a new page to its top. */
function useShown(area: React.RefObject<HTMLDivElement>, what: unknown[]): void {
  useEffect(() => {
    const [pane, mark] = [area.current, area.current?.querySelector('[data-shown]')]
    if (!pane) return
    const { top, left, height, width } = pane.getBoundingClientRect()
    const box = mark?.getBoundingClientRect()
    if (!box) {
      pane.scrollTo(0, 0)
      return
    }
    const inside = box.top >= top && box.bottom <= top + height && box.left >= left && box.right <= left + width
    if (!inside) pane.scrollBy(box.left - left - width / 3, box.top - top - height / 3)
  }, what)
}
