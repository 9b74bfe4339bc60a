import { useEffect, useRef } from 'react'
import { words } from '@words/upload'
import { announce } from '../../shell/announcer'
import { usePages } from './count-pages'
import { describe } from './describe'
import type { Row } from './use-uploads'

const percentOf = ({ file, sent }: Row) => Math.floor((100 * sent) / file.size)

/** Each file with a bar, a figure and a word; what changed is said by the word of its state, not at each percent. */
export function Progress({ rows }: { rows: Row[] }) {
  const files = useRef(rows.map(({ file }) => file))
  const pages = usePages(files.current)
  const states = rows.map(({ state }) => state).join()
  const said = useRef('')
  useEffect(() => {
    const now = rows.find(({ state }) => state === 'sending' || state === 'paused')
    const text = now ? `${now.file.name}: ${words.states[now.state]}` : ''
    if (text && text !== said.current) announce(text)
    said.current = text
  }, [states]) // the figures change too often to be said
  return (
    <ul className="upload__files upload__files--going" aria-label={words.sending}>
      {rows.map((row, at) => (
        <li key={at}>
          <span className="upload__name">{row.file.name}</span>
          <span className="upload__about">{describe([row.file], [pages[at]])}</span>
          <progress max={100} value={percentOf(row)} aria-label={row.file.name} />
          <span className={`upload__state upload__state--${row.state}`}>
            {words.states[row.state]}{row.state !== 'waiting' && row.state !== 'sent' && ` · ${words.sent(percentOf(row))}`}
          </span>
        </li>
      ))}
    </ul>
  )
}
