import { useMemo } from 'react'
import { words } from '@words/statistics'
import { Picture } from '../../components/chart/chart'
import { drawTime, drawValues } from './share-chart'
import { isTime, percent, pointsOf, sentenceOf, type Statistics } from './shares'

/** The shares as a picture, with what its marks mean. The table below has every figure. */
export function ShareChart({ statistics, field }: { statistics: Statistics; field: string }) {
  const points = useMemo(() => pointsOf(statistics), [statistics])
  const all = statistics.all.share?.value ?? 0
  const draw = useMemo(() => (isTime(statistics.by) ? drawTime : drawValues)(points, 100 * all), [points, all, statistics.by])
  const drawn = points.filter(({ share }) => share !== null).length
  const counted = statistics.rows.filter(({ share }) => share !== null).length
  if (drawn === 0) return <p className="published__note">{words.notDrawn}</p>
  return (
    <figure className="chart figures__chart">
      <figcaption>{words.chart(field)}</figcaption>
      <ul className="figures__legend">
        <li><span className="figures__mark figures__mark--share" aria-hidden="true" />{words.legend.share}</li>
        {points.some(({ few }) => few) && <li><span className="figures__mark figures__mark--few" aria-hidden="true" />{words.legend.few}</li>}
        <li><span className="figures__mark figures__mark--all" aria-hidden="true" />{words.legend.all(percent(all))}</li>
      </ul>
      <Picture says={`${words.chart(field)}. ${sentenceOf(statistics.all)}`} draw={draw} />
      {!isTime(statistics.by) && drawn < counted && <p className="published__note">{words.drawn(drawn, counted)}</p>}
    </figure>
  )
}
