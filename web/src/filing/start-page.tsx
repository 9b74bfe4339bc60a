import { Button } from '@trussworks/react-uswds'
import { useState } from 'react'
import { Link } from 'react-router-dom'
import { words } from '@words/filing'
import { useSession } from '../session/session'
import { announce } from '../shell/announcer'
import { Page } from '../shell/page'
import { forgetAnswers, keptAnswers } from './kept'
import { stepsFor } from './questions'
import { errorsOn, firstOpen } from './validate'
import './filing.css'

const said = words.start

/** Before the first question: what one needs, how it goes, and the application that was left unfinished. */
export default function FilingStartPage() {
  return (
    <Page title={words.title} width="narrow" lead={said.lead}>
      <h2 className="filing__heading">{said.need}</h2>
      <ul className="usa-list">{said.needs.map((need) => <li key={need}>{need}</li>)}</ul>
      <h2 className="filing__heading">{said.how}</h2>
      <ul className="usa-list">{said.hows.map((how) => <li key={how}>{how}</li>)}</ul>
      <Begin />
    </Page>
  )
}

function Begin() {
  const session = useSession(true)
  const account = session?.account ?? ''
  const today = session?.today ?? ''
  const [kept, setKept] = useState(() => keptAnswers(account))
  if (!kept) return <Link className="usa-button filing__begin" to="/file/who">{said.begin}</Link>
  const steps = stepsFor(kept).filter((step) => step !== 'records' && step !== 'about')
  const done = steps.filter((step) => errorsOn(step, kept, today).length === 0).length
  const remove = () => {
    forgetAnswers(account)
    setKept(null)
    announce(said.removed)
  }
  return (
    <section className="filing__kept">
      <p>{said.saved(done, steps.length)}</p>
      <div className="filing__acts">
        <Link className="usa-button" to={`/file/${firstOpen(kept, today) ?? 'check'}`}>{said.goOn}</Link>
        <Button type="button" unstyled onClick={remove}>{said.remove}</Button>
      </div>
    </section>
  )
}
