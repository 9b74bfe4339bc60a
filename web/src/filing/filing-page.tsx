import type { ReactNode } from 'react'
import { Link } from 'react-router-dom'
import { words } from '@words/filing'
import { Page } from '../shell/page'
import './filing.css'

interface Props {
  title: string
  hint?: string | undefined
  back: string
  progress?: string
  /** Something is wrong on the page: the title of the window says so first. */
  failed?: boolean
  children: ReactNode
}

/** What each page of the application has: the way back, how far one is, the heading and its hint. */
export function FilingPage({ title, hint, back, progress, failed, children }: Props) {
  return (
    <div className="filing">
      <div className="filing__top">
        <Link className="usa-link filing__back" to={back}>{words.back}</Link>
        {progress && <span className="filing__progress">{progress}</span>}
      </div>
      <Page title={failed ? words.failed(title) : title} heading={title} width="narrow" lead={hint}>
        {children}
      </Page>
    </div>
  )
}
