import type * as Plot from '@observablehq/plot'
import { words } from '@words/reports'
import { figureIn, type Part, textIn } from './figures'

/** Figures that are drawn, as bars one after the other in each row, where a table has all of them. */
interface Recipe {
  label: string
  series: { name: string; colour: string }[]
}

const inTime = { name: 'in_time', colour: 'var(--met)' }
const late = { name: 'late', colour: 'var(--warning)' }
const missed = { name: 'missed', colour: 'var(--not-met)' }
const strong = 'var(--accent)'
const weak = 'var(--line-strong)'

const recipes: Recipe[] = [
  { label: 'duty', series: [inTime, late, missed] },
  { label: 'says', series: [{ name: 'standard', colour: strong }, { name: 'expedited', colour: 'var(--warning)' }] },
  { label: 'category', series: [{ name: 'upheld', colour: strong }, { name: 'overturned', colour: weak }] },
  { label: 'compared', series: [{ name: 'both_upheld', colour: strong }, { name: 'both_overturned', colour: weak }, { name: 'apart', colour: 'var(--warning)' }] },
]

function recipeFor({ columns }: Part): Recipe | undefined {
  const has = (name: string) => columns.some((column) => column.name === name)
  return recipes.find(({ label, series }) => has(label) && series.every(({ name }) => has(name)))
}

export const isDrawn = (part: Part): boolean => part.rows.length > 0 && recipeFor(part) !== undefined

export interface Bar {
  label: string
  series: string
  colour: string
  count: number
}

/** The bars of a table; the row of all is no bar. */
export function barsOf(part: Part): Bar[] {
  const { label, series } = recipeFor(part)!
  const rows = part.rows.filter((row) => row[0] !== 'all')
  return rows.flatMap((row) => series.map(({ name, colour }) => ({ label: textIn(part, row, label), series: words.series[name] ?? name, colour, count: figureIn(part, row, name) })))
}

const rowHeight = 44
const narrow = 560

/** Draws them; the legend stands above, since colours alone say nothing. */
export function drawBars(bars: Bar[]): (plot: typeof Plot, width: number) => Element {
  return (plot, width) => {
    const labels = [...new Set(bars.map(({ label }) => label))]
    const left = width < narrow ? 128 : 260
    const picture = plot.plot({
      width, height: labels.length * rowHeight + 50, marginLeft: left, marginBottom: 40,
      x: { label: words.unit.count, grid: true, ticks: width < narrow ? 3 : 6, tickFormat: (value: number) => (Number.isInteger(value) ? String(value) : '') },
      y: { label: null, domain: labels },
      marks: [
        plot.axisY({ lineWidth: left / 14, tickSize: 0, label: null }),
        plot.barX(bars, { x: 'count', y: 'label', fill: 'colour', insetLeft: 0.5, insetRight: 0.5, insetTop: 7, insetBottom: 7 }),
        plot.ruleX([0]),
      ],
    })
    const whole = document.createElement('div')
    whole.append(legend(bars), picture)
    return whole
  }
}

function legend(bars: Bar[]): Element {
  const list = document.createElement('div')
  list.className = 'report__legend'
  for (const [series, colour] of new Map(bars.map((bar) => [bar.series, bar.colour]))) {
    const mark = document.createElement('span')
    mark.style.backgroundColor = colour
    const one = document.createElement('span')
    one.append(mark, series)
    list.append(one)
  }
  return list
}
