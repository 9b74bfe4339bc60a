import { Link } from 'react-router-dom'
import { words } from '@words/statistics'
import { address } from '../../api/client'
import { fieldInWords } from '../fields'
import { type Narrowing, searchAddress, written } from '../question'
import { ShareChart } from './share-chart-view'
import { sentenceOf, type Statistics } from './shares'
import { ShareTable } from './share-table'

interface Props {
  statistics: Statistics
  narrowing: Narrowing
  busy: boolean
  sort: string
  onSort: (sort: string) => void
}

/** The answer: the sentence first, then the picture, the table and the file. */
export function Figures({ statistics, narrowing, busy, sort, onSort }: Props) {
  const { by, says, all } = statistics
  const { where, from, until } = narrowing
  const isNarrowed = where.length > 0 || from !== '' || until !== ''
  if (all.items === 0) {
    return (
      <div className="published__empty" role="status">
        <h2>{isNarrowed ? words.none : words.noneAtAll}</h2>
        {isNarrowed && <p>{words.noneHint}</p>}
      </div>
    )
  }
  const csv = address('/api/statistics', { query: { by, where: where.map(written), from, until, format: 'csv' } })
  const field = fieldInWords(by, says)
  return (
    <div className="figures" aria-busy={busy}>
      <div role="status">
        <p className="figures__says">{sentenceOf(all)}</p>
        {all.few && <p className="figures__few">{words.few}</p>}
      </div>
      <p className="published__note">{words.caution}</p>
      <ShareChart statistics={statistics} field={field} />
      <ShareTable statistics={statistics} field={field} narrowing={narrowing} sort={sort} onSort={onSort} />
      <p className="figures__take">
        <a className="usa-link" href={csv} download={`statistics-by-${by}.csv`}>{words.csv}</a>
        <Link className="usa-link" to={searchAddress(narrowing)}>{words.letters}</Link>
      </p>
    </div>
  )
}
