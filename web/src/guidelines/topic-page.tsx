import { useMemo } from 'react'
import { Link, useParams } from 'react-router-dom'
import { words } from '@words/guidelines'
import { useFilters } from '../address/use-filters'
import { useApi } from '../api/use-api'
import { Legend } from '../components/criteria/standing'
import { formatDay } from '../components/day/days'
import { Loading } from '../shell/loading'
import { Page } from '../shell/page'
import { columnsOf, inForce, titleOf } from './compare'
import { EditionColumn } from './edition-column'
import { OnDay } from './on-day'
import './guidelines.css'

const defaults = { on: '' }

/** A topic in every edition that has it, side by side, with what changed from one to the next. */
export default function TopicPage() {
  const { topic = '' } = useParams()
  const [{ on }, change] = useFilters(defaults)
  const asked = useApi('/api/guidelines/{topic}', { params: { topic } }, { staleTime: Infinity })
  const columns = useMemo(() => columnsOf(asked.data?.sections ?? []), [asked.data])
  if (asked.isError) throw asked.error
  if (!asked.data) return <Page title={words.title}><Loading /></Page>
  const none = on !== '' && !columns.some(({ section }) => inForce(section, on))
  return (
    <Page title={titleOf(asked.data.sections) ?? topic} aside={<OnDay on={on} onChange={(day) => change({ on: day })} />}>
      <p className="topic__back"><Link className="usa-link" to={`/guidelines${on && `?on=${on}`}`}>{words.topic.back}</Link></p>
      <div role="status">{none && <p className="topic__none">{words.topic.noEdition(formatDay(on))}</p>}</div>
      <div className="topic__scroll" role="region" aria-label={words.topic.columnsLabel} tabIndex={0}>
        <div className="topic__columns" style={{ gridTemplateRows: `repeat(${3 + (columns[0]?.cells.length ?? 0)}, auto)` }}>
          {columns.map((column) => <EditionColumn key={column.section.edition + column.section.title} column={column} on={on} />)}
        </div>
      </div>
      <Legend />
    </Page>
  )
}
