import type * as Plot from '@observablehq/plot'
import { words } from '@words/statistics'
import type { Point } from './shares'

const colour = 'var(--accent)'
const rowHeight = 34
const narrow = 560
const dense = 40 // so many times, and their intervals would hide the line
const step = 10

type Draw = (plot: typeof Plot, width: number) => Element

/** The scale of the shares, from 0 to the next ten above the highest interval. */
export function scaleOf(points: Point[]): [number, number] {
  const highest = Math.max(step, ...points.map(({ high }) => high ?? 0))
  return [0, Math.min(100, Math.ceil(highest / step) * step)]
}

// A small number is hollow.
const dot = { r: 5, stroke: colour, strokeWidth: 2, fill: ({ few }: Point) => (few ? 'var(--paper)' : colour) }
const together = { stroke: 'var(--ink-soft)', strokeDasharray: '4 3' }

/** Values one under the other: a point for the share, a line for its interval, and all together, if wanted, as a broken line. */
export function drawValues(points: Point[], all: number | null): Draw {
  return (plot, width) => {
    const left = width < narrow ? 130 : 260
    // Two values may look alike, and are two rows.
    const rows = points.map((point, at) => ({ ...point, row: at }))
    return plot.plot({
      width, height: rows.length * rowHeight + 50, marginLeft: left, marginRight: 24, marginBottom: 40,
      x: { label: words.axis, domain: scaleOf(points), grid: true, ticks: width < narrow ? 4 : 8, tickSize: 0, labelArrow: 'none' },
      y: { label: null, type: 'band', domain: rows.map(({ row }) => row), tickFormat: (row: number) => points[row]!.label },
      marks: [
        plot.axisY({ tickSize: 0, label: null, lineWidth: left / 14, textOverflow: 'ellipsis', tickFormat: (row: number) => points[row]!.label }),
        plot.ruleX(all === null ? [] : [all], together),
        plot.ruleY(rows, { y: 'row', x1: 'low', x2: 'high', stroke: colour, strokeWidth: 2, strokeOpacity: 0.55 }),
        plot.dot(rows, { ...dot, x: 'share', y: 'row' }),
        plot.ruleX([0], { stroke: 'var(--line-strong)' }),
      ],
    })
  }
}

/** Years or months: the share as a line, its interval as a band around it. */
export function drawTime(points: Point[], all: number): Draw {
  return (plot, width) => {
    const known = points.filter(({ share }) => share !== null)
    const intervals = known.length <= dense ? [plot.ruleX(known, { x: 'at', y1: 'low', y2: 'high', stroke: colour, strokeOpacity: 0.4 })] : []
    return plot.plot({
      width, height: width < narrow ? 260 : 340, marginLeft: 44, marginRight: 24, marginBottom: 36,
      x: { type: 'utc', label: null, ticks: width < narrow ? 4 : 8, ...(known.length === 1 && { domain: around(known[0]!.at!) }) },
      y: { label: words.axis, domain: scaleOf(points), grid: true, ticks: 5, tickSize: 0, labelArrow: 'none' },
      marks: [
        plot.ruleY([all], together),
        plot.areaY(points, { x: 'at', y1: 'low', y2: 'high', fill: colour, fillOpacity: 0.15 }),
        ...intervals,
        plot.lineY(points, { x: 'at', y: 'share', stroke: colour, strokeWidth: 2 }),
        plot.dot(known, { ...dot, r: known.length <= dense ? 5 : 3, x: 'at', y: 'share' }),
        plot.ruleY([0], { stroke: 'var(--line-strong)' }),
      ],
    })
  }
}

const quarter = 91 * 24 * 3600 * 1000
const around = (day: Date) => [new Date(Number(day) - quarter), new Date(Number(day) + quarter)]
