import { createContext, type MouseEvent, type ReactNode, useContext, useState } from 'react'
import { words } from '@words/case'
import { ApiError, problemOf } from '../../api/problem'
import { useSession } from '../../session/session'
import { documentAddress } from '../addresses'
import { GlassDialog } from './glass-dialog'

type Open = (event: MouseEvent, url: string) => void
const Opening = createContext<Open>(() => undefined)

// Roles that see papers of a case only after they broke the glass; others go straight to them.
const behindGlass = ['assign', 'issue']

/** Opens the papers of a case in windows of their own; asks for the reason first where the server wants one. */
export function Papers({ number, children }: { number: string; children: ReactNode }) {
  const session = useSession()
  const [seen, setSeen] = useState(!behindGlass.includes(session?.role ?? ''))
  const [wanted, setWanted] = useState<string | null>(null)
  const [failed, setFailed] = useState<ApiError | null>(null)
  const show = (url: string) => {
    setSeen(true)
    setWanted(null)
    window.open(url, '_blank', 'noopener')
  }
  const open: Open = (event, url) => {
    if (seen) return
    event.preventDefault()
    setFailed(null)
    void refusal(url).then((error) => {
      if (error === null) show(url)
      else if (error.code === 'break_glass_first') setWanted(url)
      else setFailed(error)
    })
  }
  return (
    <Opening.Provider value={open}>
      {failed && <div className="usa-alert usa-alert--error usa-alert--slim" role="alert"><div className="usa-alert__body"><p className="usa-alert__text">{words.documents.failed(failed.words)}</p></div></div>}
      {children}
      <GlassDialog number={number} open={wanted !== null} onClose={() => setWanted(null)} onOpened={() => wanted && show(wanted)} />
    </Opening.Provider>
  )
}

async function refusal(url: string): Promise<ApiError | null> {
  const answer = await fetch(url, { credentials: 'same-origin', headers: { Range: 'bytes=0-0' } }).catch(() => null)
  if (answer?.ok) return null
  return problemOf(answer ?? new Response(null, { status: 502 }))
}

export function PaperLink({ number, document, children }: { number: string; document: string; children: ReactNode }) {
  const open = useContext(Opening)
  const url = documentAddress(number, document)
  return <a className="usa-link" href={url} target="_blank" rel="noreferrer" onClick={(event) => open(event, url)}>{children}</a>
}
