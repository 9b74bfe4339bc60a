import { useEffect, useState } from 'react'
import { words } from '@words/desk'

/** The number of the page, to be read and to be typed. */
export function PageField({ page, pages, onPage }: { page: number; pages: number; onPage: (page: number) => void }) {
  const [typed, setTyped] = useState(String(page))
  useEffect(() => setTyped(String(page)), [page])
  const go = () => {
    const wanted = Number(typed)
    if (Number.isInteger(wanted) && wanted >= 1 && wanted <= pages) onPage(wanted)
    else setTyped(String(page))
  }
  return (
    <span className="page-field">
      <input type="text" inputMode="numeric" aria-label={words.records.page} value={typed} size={Math.max(2, String(pages).length)}
        onChange={(event) => setTyped(event.target.value)} onBlur={go} onKeyDown={(event) => event.key === 'Enter' && go()} />
      <span>{words.records.of(pages)}</span>
    </span>
  )
}
