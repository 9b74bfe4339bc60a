import { words } from '@words/statistics'
import { type Column, DataTable } from '../../../components/table/data-table'
import { percent, type Row } from '../shares'
import { type Comparison, nameOf, points, probabilityInWords } from './period'

interface Line {
  name: string
  items: string
  upheld: string
  overturned: string
  share: string
  interval: string
  note: string
  isSmall?: boolean
}

/** Every figure of the comparison, the difference in the last line. */
export function ComparedTable({ comparison: { earlier, later, difference } }: { comparison: Comparison }) {
  const { columns: titles } = words
  const figure = (id: 'items' | 'upheld' | 'overturned' | 'share' | 'interval'): Column<Line> => ({ id, title: titles[id], number: true, cell: (line) => line[id] })
  const columns: Column<Line>[] = [
    { id: 'name', title: words.periods.period, heading: true, cell: ({ name }) => name },
    figure('items'), figure('upheld'), figure('overturned'), figure('share'), figure('interval'),
    { id: 'note', title: titles.few, cell: ({ note, isSmall }) => (isSmall ? <span className="figures__small">{note}</span> : note) },
  ]
  const rows = [lineOf(earlier), lineOf(later), ...(difference ? [lineOfDifference(difference)] : [])]
  return (
    <section className="figures__table" aria-label={words.periods.table}>
      <DataTable caption={words.periods.table} hideCaption columns={columns} rows={rows} rowKey={({ name }) => name} />
    </section>
  )
}

const count = (items: number) => items.toLocaleString('en-US')

function lineOf({ value, items, upheld, overturned, share, few }: Row): Line {
  return {
    name: nameOf(value), items: count(items), upheld: count(upheld), overturned: count(overturned),
    share: share ? percent(share.value) : '', interval: share ? words.interval(percent(share.low), percent(share.high)) : '',
    note: few ? words.small : '', isSmall: few,
  }
}

function lineOfDifference({ value, low, high, probability }: NonNullable<Comparison['difference']>): Line {
  return { name: words.periods.difference, items: '', upheld: '', overturned: '', share: points(value), interval: words.interval(points(low), points(high)), note: probabilityInWords(probability) }
}
