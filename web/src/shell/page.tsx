import { type ReactNode, useEffect, useRef } from 'react'
import { useLocation } from 'react-router-dom'
import { words } from '@words/shell'
import { announce } from './announcer'
import './page.css'

interface Props {
  /** The heading, and the title of the window. */
  title: string
  /** The heading as it is shown, where it is more than the title. */
  heading?: ReactNode
  lead?: ReactNode
  /** What stands at the right of the heading: the page's main act, a filter, a link. */
  aside?: ReactNode
  /** `narrow` for reading and forms, `wide` for tables, `full` for the desk. */
  width?: 'narrow' | 'wide' | 'full'
  children?: ReactNode
}

let first = true

/** A page: its heading gets the focus after each navigation, so that whoever reads by ear hears where they are. */
export function Page({ title, heading, lead, aside, width = 'wide', children }: Props) {
  const top = useRef<HTMLHeadingElement>(null)
  const { pathname } = useLocation()
  useEffect(() => {
    document.title = `${title} · ${words.product}`
  }, [title])
  useEffect(() => {
    if (!first) {
      window.scrollTo(0, 0)
      top.current?.focus({ preventScroll: true })
      announce(document.title)
    }
    first = false
  }, [pathname])
  return (
    <div className={`page page--${width}`}>
      <div className="page__top">
        <h1 ref={top} tabIndex={-1}>{heading ?? title}</h1>
        {aside}
      </div>
      {lead && <p className="page__lead">{lead}</p>}
      {children}
    </div>
  )
}
