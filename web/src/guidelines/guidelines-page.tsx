import { useMemo } from 'react'
import { words } from '@words/guidelines'
import { useFilters } from '../address/use-filters'
import { useApi } from '../api/use-api'
import { Loading } from '../shell/loading'
import { Page } from '../shell/page'
import { Editions } from './editions'
import { OnDay } from './on-day'
import { byLetter, found } from './search-topics'
import { Topics } from './topics'
import './guidelines.css'

const defaults = { q: '', on: '' }

/** All topics, with a search as one types and a day whose guidelines hold; both stand in the address. */
export default function GuidelinesPage() {
  const [{ q, on }, change] = useFilters(defaults)
  const asked = useApi('/api/guidelines', { query: on ? { on } : {} }, { placeholderData: (before) => before })
  const topics = useMemo(() => found(asked.data?.topics ?? [], q), [asked.data, q])
  if (asked.isError) throw asked.error
  const all = asked.data?.topics.length ?? 0
  return (
    <Page title={words.title} lead={words.lead}>
      <form className="guidelines__filters" role="search" onSubmit={(event) => event.preventDefault()}>
        <div>
          <label className="usa-label" htmlFor="q">{words.search}</label>
          <input className="usa-input" id="q" type="search" autoComplete="off" value={q} onChange={(event) => change({ q: event.target.value })} />
        </div>
        <OnDay on={on} onChange={(day) => change({ on: day })} />
      </form>
      {!asked.data && <Loading />}
      {asked.data && (
        <>
          <p className="guidelines__found" role="status">{all === 0 ? words.noneInForce : topics.length === 0 ? words.none : words.found(topics.length, all)}</p>
          <Topics groups={byLetter(topics)} editions={asked.data.editions} on={on} />
          <Editions editions={asked.data.editions} />
        </>
      )}
    </Page>
  )
}
