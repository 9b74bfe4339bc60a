import { useDesk } from '../desk-context'
import { formatDay } from '../../components/day/days'
import type { TimelinePoint, TimelineRow } from '../types'
import { scaleOf, type Tick, ticksOf } from './scale'

const ticks = 5
const turned = 80 // beyond this many percent the words stand on the other side of their tick, and need the room of the one before
const room = 40

const withRoom = (all: Tick[]): Tick[] => {
  const last = all.at(-1)
  return last && last.at > turned ? all.filter((tick) => tick === last || tick.at < last.at - room) : all
}

/** One lane a row, with the points by date; a point leads to its place. For eyes and mouse: the table is for everybody. */
export function Picture({ rows }: { rows: TimelineRow[] }) {
  const scale = scaleOf(rows.flatMap(({ points }) => points.flatMap(({ from, to }) => [from, to])))
  if (!scale) return null
  return (
    <div className="lanes" aria-hidden="true">
      {rows.map((row) => (
        <div key={`${row.kind} ${row.name}`} className={`lane lane--${row.kind}`}>
          <span className="lane__name" title={row.name}>{row.name}</span>
          <span className="lane__points">
            {row.points.map((point, at) => <Point key={at} point={point} at={scale.at} most={mostOf(row)} figure={row.kind === 'pain'} />)}
          </span>
        </div>
      ))}
      <div className="lane lane--axis">
        <span className="lane__name" />
        <span className="lane__points">
          {withRoom(ticksOf(scale, ticks)).map(({ at, says }) => <span key={says} className={at > turned ? 'lane__tick lane__tick--last' : 'lane__tick'} style={{ left: `${at}%` }}>{says}</span>)}
        </span>
      </div>
    </div>
  )
}

interface PointProps {
  point: TimelinePoint
  at: (day: string) => number
  most: number
  /** Told as a figure, not as a bar. */
  figure: boolean
}

function Point({ point, at, most, figure }: PointProps) {
  const { show, spot } = useDesk()
  const { from, to, what, value, amount, place } = point
  const [left, right] = [at(from), at(to)]
  const height = figure ? 100 : amount === null || most === 0 ? 40 : Math.max(15, (100 * amount) / most)
  const shown = spot.at === place.begin && spot.page === place.page
  return (
    <button type="button" tabIndex={-1} className={`point point--${figure ? 'figure' : what}${shown ? ' point--shown' : ''}`} onClick={() => show(place)}
      title={[formatDay(from), value, what].filter(Boolean).join(' · ')} style={{ left: `${left}%`, width: `${right - left}%`, height: `${height}%` }}>
      {figure ? amount : null}
    </button>
  )
}

const mostOf = ({ points }: TimelineRow) => Math.max(0, ...points.map(({ amount }) => amount ?? 0))
