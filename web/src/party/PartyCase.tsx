import { Link } from 'react-router-dom'
import { words } from '@words/party'
import { Day } from '../components/day/day'
import { Loading } from '../shell/loading'
import { Page } from '../shell/page'
import { Acts } from './acts'
import { History } from './history'
import { Items } from './items'
import { Papers } from './papers'
import { Records } from './records'
import { Standing } from './standing'
import { useCase } from './use-case'
import './party.css'

/** A case as its parties see it: how it stands in plain words, what comes next, and every paper. No reviewer, no draft. */
export function PartyCase({ number }: { number: string }) {
  const asked = useCase(number)
  if (asked.isError) throw asked.error
  if (!asked.data) return <Page title={words.case(number)}><Loading /></Page>
  const { data, etag } = asked.data
  const upload = `/cases/${encodeURIComponent(number)}/upload`
  return (
    <Page title={words.case(number)} aside={<span className="usa-tag">{words.priority[data.priority] ?? data.priority}</span>}>
      <Standing of={data} />
      <div className="party">
        <section className="party__acts">
          <h2>{words.yours}</h2>
          <Acts of={data} etag={etag} uploadTo={upload} />
        </section>
        <div className="party__main">
          <Items of={data} />
          <Papers of={data} />
          <Records of={data} />
        </div>
        <div className="party__side">
          <section>
            <h2>{words.dates}</h2>
            <dl className="party__dates">
              {Object.entries(data.dates).map(([name, on]) => on && (
                <div key={name}><dt>{words.dateNames[name] ?? name.replaceAll('_', ' ')}</dt><dd><Day on={on} /></dd></div>
              ))}
            </dl>
          </section>
          <section>
            <h2>{words.parties}</h2>
            <dl className="party__parties">
              {data.parties.map(({ role, says, name }) => <div key={role + name}><dt>{says}</dt><dd>{name}</dd></div>)}
            </dl>
          </section>
          <History number={number} />
        </div>
      </div>
      <p><Link className="usa-link" to="/my-cases">{words.title}</Link></p>
    </Page>
  )
}
