import { keepPreviousData } from '@tanstack/react-query'
import { useMemo } from 'react'
import { words } from '@words/statistics'
import { address } from '../../../api/client'
import { useApi } from '../../../api/use-api'
import { Picture } from '../../../components/chart/chart'
import { Loading } from '../../../shell/loading'
import { Problem } from '../../problem'
import { type Condition, written } from '../../question'
import { drawValues } from '../share-chart'
import type { Row } from '../shares'
import { ComparedTable } from './compared-table'
import { type Comparison, differenceInWords, nameOf, type Periods, writePeriod } from './period'

interface Props {
  periods: Periods
  where: Condition[]
}

/** The answer: the sentences first, then the picture, the table and the file. */
export function Compared({ periods, where }: Props) {
  const query = { earlier: writePeriod(periods.earlier), later: writePeriod(periods.later), where: where.map(written) }
  const { data, error, isPlaceholderData, refetch } = useApi('/api/statistics/periods', { query }, { placeholderData: keepPreviousData })
  if (error) return <Problem error={error} onAgain={() => void refetch()} />
  if (!data) return <Loading />
  const [says, ...more] = differenceInWords(data)
  return (
    <div className="figures" aria-busy={isPlaceholderData}>
      <div role="status">
        <p className="figures__says">{says}</p>
        {more.map((each) => <p key={each} className="periods__chance">{each}</p>)}
        {(data.earlier.few || data.later.few) && <p className="figures__few">{words.periods.few}</p>}
      </div>
      <p className="published__note">{words.caution}</p>
      <PeriodsChart comparison={data} says={says ?? ''} />
      <ComparedTable comparison={data} />
      <p className="figures__take">
        <a className="usa-link" href={address('/api/statistics/periods', { query: { ...query, format: 'csv' } })} download="statistics-of-two-periods.csv">{words.csv}</a>
      </p>
    </div>
  )
}

function PeriodsChart({ comparison: { earlier, later }, says }: { comparison: Comparison; says: string }) {
  const draw = useMemo(() => drawValues([earlier, later].flatMap(pointOf), null), [earlier, later])
  if (!earlier.share && !later.share) return null
  return (
    <figure className="chart figures__chart">
      <figcaption>{words.periods.chart}</figcaption>
      <ul className="figures__legend">
        <li><span className="figures__mark figures__mark--share" aria-hidden="true" />{words.legend.share}</li>
        {(earlier.few || later.few) && <li><span className="figures__mark figures__mark--few" aria-hidden="true" />{words.legend.few}</li>}
      </ul>
      <Picture says={`${words.periods.chart}. ${says}`} draw={draw} />
    </figure>
  )
}

const pointOf = ({ value, share, few }: Row) =>
  share ? [{ label: nameOf(value), at: null, share: 100 * share.value, low: 100 * share.low, high: 100 * share.high, few }] : []
