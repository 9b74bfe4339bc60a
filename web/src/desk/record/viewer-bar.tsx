import { words } from '@words/desk'
import { useDesk } from '../desk-context'
import { pageTitle } from '../place-words'
import { turnPage, useSignal } from '../signals'
import type { Document } from '../types'
import { PageField } from './page-field'

const steps = [0.5, 0.75, 1, 1.25, 1.5, 2, 3]

interface Props {
  document: Document | undefined
  zoom: number
  onZoom: (zoom: number) => void
  list: boolean
  onList: () => void
  onFind: () => void
}

/** Above a page: which one it is, and the ways to another, nearer, and to words in it. */
export function ViewerBar({ document, zoom, onZoom, list, onList, onFind }: Props) {
  const { desk, number, spot, turn } = useDesk()
  const go = (page: number) => document && page >= 1 && page <= document.pages && turn(document, page)
  useSignal(turnPage, (by) => go(spot.page + by))
  const nearer = steps.find((step) => step > zoom)
  const farther = steps.findLast((step) => step < zoom)
  return (
    <div className="viewer-bar">
      {document
        ? <button type="button" className="bar-button" aria-expanded={list} onClick={onList}>{words.records.documents(desk.documents.length)}</button>
        : <h2 className="viewer-bar__title">{words.right}</h2>}
      {document && (
        <>
          <h2 className="viewer-bar__title">{pageTitle(document, spot.page)}</h2>
          <span className="viewer-bar__pages">
            <button type="button" className="bar-button" aria-label={words.records.previous} disabled={spot.page <= 1} onClick={() => go(spot.page - 1)}>‹</button>
            <PageField page={spot.page} pages={document.pages} onPage={go} />
            <button type="button" className="bar-button" aria-label={words.records.next} disabled={spot.page >= document.pages} onClick={() => go(spot.page + 1)}>›</button>
          </span>
          <span className="viewer-bar__zoom">
            <button type="button" className="bar-button" aria-label={words.records.smaller} disabled={farther === undefined} onClick={() => farther && onZoom(farther)}>−</button>
            <button type="button" className="bar-button" title={words.records.fit} onClick={() => onZoom(1)}>{Math.round(zoom * 100)} %</button>
            <button type="button" className="bar-button" aria-label={words.records.larger} disabled={nearer === undefined} onClick={() => nearer && onZoom(nearer)}>+</button>
          </span>
          <button type="button" className="bar-button" onClick={onFind}>{words.find.open}</button>
          <a className="usa-link" href={fileAddress(number, document)} target="_blank" rel="noreferrer">{words.records.original}</a>
        </>
      )}
    </div>
  )
}

export const fileAddress = (number: string, { document }: Document): string => `/api/cases/${encodeURIComponent(number)}/documents/${document}`
