import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { words } from '@words/desk'
import type { Session } from '../api/types'
import { announce } from '../shell/announcer'
import { Loading } from '../shell/loading'
import { Page } from '../shell/page'
import { DeskProvider, type DeskView } from './desk-context'
import { DeskHead } from './desk-head'
import { DeskKeys } from './desk-keys'
import { ItemPanel } from './item/item-panel'
import { ItemTabs } from './item/item-tabs'
import { marksOf } from './marks'
import { ClashDialog } from './notes/clash-dialog'
import { noteLooked, notesOn } from './notes/notes'
import { useNotes } from './notes/use-notes'
import { placeTitle } from './place-words'
import { closePdfs } from './record/pdf-pages'
import { Viewer } from './record/viewer'
import { BeforeSigning } from './sign/before-signing'
import { keyOf, spotOf } from './spot'
import type { Desk, Document, Place } from './types'
import { useSpot } from './use-spot'
import './desk.css'

interface Props {
  session: Session
  desk: Desk
  can: ReadonlySet<string>
}

/** The desk itself: items on the left, records on the right, what is left to do at the bottom. */
export function Workplace({ session, desk, can }: Props) {
  const number = desk.case_number
  const notes = useNotes(session, number)
  const [spot, go] = useSpot(desk)
  const [current, point] = useState<string | null>(null)
  const right = useRef<HTMLElement>(null)
  const marks = useMemo(() => marksOf(desk), [desk])
  const item = desk.items.find((each) => each.item === spot.item)

  const show = useCallback(
    (place: Place, of: Place[] = [place]) => {
      go(spotOf(desk, spot.item, place))
      announce(words.announced(placeTitle(desk, place), of.indexOf(place) + 1, of.length))
      requestAnimationFrame(() => comeIntoView(right.current)) // when the finding itself has come into view
    },
    [desk, go, spot.item],
  )
  const turn = useCallback(
    (document: Document, page: number, at?: number) => go({ item: spot.item, document: keyOf(desk, document), page, at: at ?? null }),
    [desk, go, spot.item],
  )
  const choose = useCallback(
    (wanted: number, criterion?: string) => {
      go({ ...spot, item: wanted })
      point(criterion ?? null)
    },
    [go, spot],
  )
  useEffect(() => closePdfs, [])
  if (!notes.ready) return <Loading />
  const title = words.title(number)
  if (!item) return <Page title={title}><p>{words.noItems}</p></Page>
  const noted = notesOn(notes.text, item)
  const look = (criterion: string) => {
    point(criterion)
    notes.keeper.change((text) => noteLooked(text, notesOn(text, item), criterion))
  }
  const view: DeskView = {
    number, desk, item, noted, spot, marks, notes, show, turn, choose, current, look, point,
    can: (event) => can.has(event),
  }
  return (
    <DeskProvider value={view}>
      <Page title={title} width="full" aside={<DeskHead />}>
        <div className="desk">
          <section className="desk__left" aria-label={words.left}>
            <ItemTabs />
            <ItemPanel key={item.item} />
          </section>
          <section className="desk__right" aria-label={words.right} ref={right}>
            <Viewer />
          </section>
        </div>
        <BeforeSigning />
      </Page>
      <DeskKeys />
      <ClashDialog />
    </DeskProvider>
  )
}

// Where the panes stand one below the other, the page that was asked for is brought before the eyes.
function comeIntoView(pane: HTMLElement | null): void {
  if (pane && matchMedia('(max-width: 59.99rem)').matches) pane.scrollIntoView({ block: 'start' })
}
