import { lazy, Suspense, useState } from 'react'
import { words } from '@words/desk'
import { Loading } from '../../shell/loading'
import './precedents.css'

const PrecedentList = lazy(() => import('./precedent-list'))

/** How items like this one were decided before: closed until it is asked for, since comparing takes the server a while. */
export function Precedents() {
  const [open, setOpen] = useState(false)
  return (
    <details className="precedents" onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>{words.precedents.title}</summary>
      {open && <Suspense fallback={<Loading />}><PrecedentList /></Suspense>}
    </details>
  )
}
