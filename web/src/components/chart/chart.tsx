import type * as Plot from '@observablehq/plot'
import { useEffect, useRef, useState } from 'react'
import { words } from '@words/common'
import { CsvLink } from '../table/csv-link'
import { DataTable } from '../table/data-table'
import type { Value } from '../table/csv'
import './chart.css'

/** The colours of series, in their order, for Plot's `color.range`: they differ in lightness too. */
export const series = ['#07648d', '#a9aeb1', '#d9a441', '#3d4551', '#8ecae6']

export interface Figure {
  id: string
  title: string
  number?: boolean
}

interface Props {
  /** A sentence that says what the chart shows; it is all that a screen reader hears of the picture. */
  says: string
  /** The name of the CSV file, without its ending. */
  name: string
  columns: Figure[]
  rows: Value[][]
  /** Draws with Observable Plot, `width` pixels wide. Keep it with useCallback. */
  draw: (plot: typeof Plot, width: number) => Element
}

/** The sentence, the picture, the table with the same figures, and the way to take them along. */
export function Chart({ says, name, columns, rows, draw }: Props) {
  const cells = columns.map((column, at) => ({ ...column, heading: at === 0, cell: (row: Value[]) => written(row[at] ?? '') }))
  return (
    <figure className="chart">
      <figcaption>{says}</figcaption>
      <Picture draw={draw} says={says} />
      <DataTable caption={words.chart.figures} hideCaption columns={cells} rows={rows} rowKey={(_, index) => index} />
      <CsvLink name={name} titles={columns.map(({ title }) => title)} rows={rows} />
    </figure>
  )
}

const written = (value: string | number) => (typeof value === 'number' ? value.toLocaleString('en-US') : value)

/** The picture alone, for a page with a table of its own. */
export function Picture({ draw, says }: Pick<Props, 'draw' | 'says'>) {
  const frame = useRef<HTMLDivElement>(null)
  const width = useWidth(frame)
  useEffect(() => {
    if (width === 0) return
    let wanted = true
    void import('@observablehq/plot').then((plot) => {
      if (wanted) frame.current?.replaceChildren(plain(draw(plot, width)))
    })
    return () => void (wanted = false)
  }, [draw, width])
  return <div ref={frame} className="chart__picture" role="img" aria-label={says} />
}

// Plot brings a <style>, which the content policy refuses (chart.css says the same), and names for parts of the picture,
// which may have none: the picture is one image with one name.
function plain(drawn: Element): Element {
  drawn.querySelectorAll('style').forEach((style) => style.remove())
  drawn.querySelectorAll('g[aria-label]').forEach((part) => part.removeAttribute('aria-label'))
  return drawn
}

function useWidth(frame: React.RefObject<HTMLElement>): number {
  const [width, setWidth] = useState(0)
  useEffect(() => {
    const watch = new ResizeObserver(([entry]) => entry && setWidth(Math.floor(entry.contentRect.width)))
    if (frame.current) watch.observe(frame.current)
    return () => watch.disconnect()
  }, [frame])
  return width
}
