import { Button } from '@trussworks/react-uswds'
import { useQueryClient } from '@tanstack/react-query'
import { useDeferredValue, useEffect, useMemo, useRef, useState } from 'react'
import { words } from '@words/desk'
import { useDesk } from '../desk-context'
import { type Found, findOnPage } from '../text/find'
import type { Document, RecordPage } from '../types'
import { readAll } from './read-all'
import './find.css'

const most = 100
const shortest = 2

/** Finds words in all pages of a document. The pages are read once, a few at a time. */
export function Find({ document, onClose }: { document: Document; onClose: () => void }) {
  const { number, turn, spot } = useDesk()
  const [wanted, setWanted] = useState('')
  const field = useRef<HTMLInputElement>(null)
  const asked = wanted.trim().length >= shortest
  const pages = usePages(number, document, asked)
  const looked = useDeferredValue(wanted)
  const found = useMemo(() => (looked.trim().length < shortest ? [] : pages.flatMap((page) => findOnPage(page, looked))), [pages, looked])
  useEffect(() => field.current?.focus(), [])
  const go = ({ page, begin }: Found) => turn(document, page, begin)
  const next = () => {
    const at = found.findIndex(({ begin }) => begin === spot.at)
    const one = found[(at + 1) % found.length]
    if (one) go(one)
  }
  return (
    <div className="find" role="search" onKeyDown={(event) => event.key === 'Escape' && onClose()}>
      <label htmlFor="find-words">{words.find.label}</label>
      <input id="find-words" ref={field} className="usa-input" type="search" autoComplete="off" value={wanted}
        onChange={(event) => setWanted(event.target.value)} onKeyDown={(event) => event.key === 'Enter' && next()} />
      <Button type="button" unstyled onClick={onClose}>{words.find.close}</Button>
      <p role="status">
        {asked && <>{words.find.found(found.length)} · {words.find.progress(pages.length, document.pages)}{found.length > most && ` · ${words.find.most(most)}`}</>}
      </p>
      {found.length > 0 && (
        <ol className="find__list">
          {found.slice(0, most).map((each) => (
            <li key={each.begin}>
              <button type="button" className="link-button" aria-current={each.begin === spot.at ? 'true' : undefined} onClick={() => go(each)}>
                <span className="find__page">{words.find.onPage(each.page)}</span> {each.before}<mark>{each.text}</mark>{each.after}
              </button>
            </li>
          ))}
        </ol>
      )}
    </div>
  )
}

function usePages(number: string, document: Document, wanted: boolean): RecordPage[] {
  const queries = useQueryClient()
  const [pages, setPages] = useState<RecordPage[]>([])
  useEffect(() => {
    if (!wanted) return
    const stop = new AbortController()
    void readAll(queries, number, document, stop.signal, setPages)
    return () => stop.abort()
  }, [queries, number, document, wanted])
  return pages
}
