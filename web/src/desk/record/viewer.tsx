import { useEffect, useState } from 'react'
import { words } from '@words/desk'
import { useDesk } from '../desk-context'
import { openFind, useSignal } from '../signals'
import { documentAt } from '../spot'
import { DocumentList } from './document-list'
import { Find } from './find'
import { FromApplication } from './from-application'
import { PageView } from './page-view'
import { usePrefetch } from './prefetch'
import { Under } from './under'
import { ViewerBar } from './viewer-bar'
import './record.css'

/** The records: the list of documents or one page of one of them, and below it what the software read there. */
export function Viewer() {
  const { desk, spot } = useDesk()
  const document = documentAt(desk, spot)
  const told = spot.document === '' && spot.at !== null
  const [list, setList] = useState(false)
  const [find, setFind] = useState(false)
  const [zoom, setZoom] = useState(1)
  usePrefetch()
  useSignal(openFind, () => setFind(document !== undefined))
  useEffect(() => setList(false), [spot.document, spot.page, spot.at])
  const listed = list || (!document && !told)
  return (
    <div className="viewer">
      <ViewerBar document={document} zoom={zoom} onZoom={setZoom} list={listed} onList={() => setList(!list)} onFind={() => setFind(!find)} />
      {find && document && <Find key={document.document} document={document} onClose={() => setFind(false)} />}
      {spot.document && !document && <p className="viewer__note" role="alert">{words.records.gone}</p>}
      {listed ? <DocumentList /> : document ? <PageView document={document} page={Math.min(spot.page, document.pages)} zoom={zoom} /> : <FromApplication />}
      <Under document={document} page={spot.page} />
    </div>
  )
}
