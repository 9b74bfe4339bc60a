import type { Schema } from '../../api/types'

export type Report = Schema<'Report'>
export type Part = Report['sections'][number]
export type Cell = Part['rows'][number][number]

/** Below this a share says little; the reports of the server say so too. */
export const least = 30

export const partOf = (report: Report, id: string): Part | undefined => report.sections.find((part) => part.id === id)

/** The figure of a row by the name of its column; 0 where there is none. */
export function figureIn(part: Part, row: Cell[], name: string): number {
  const value = row[part.columns.findIndex((column) => column.name === name)]
  return typeof value === 'number' ? value : 0
}

export function textIn(part: Part, row: Cell[], name: string): string {
  const value = row[part.columns.findIndex((column) => column.name === name)]
  return value === undefined || value === null ? '' : String(value)
}

/** A table with shares in it: what they are shares of has to be large enough to say something. */
export const hasShares = ({ columns }: Part): boolean => columns.some(({ name }) => /percent|kappa|median|percentile/.test(name))

/** How many cases or items a row counts: its whole where it has one, else its parts together. */
export function countIn(part: Part, row: Cell[]): number {
  const whole = ['items', 'cases'].find((name) => part.columns.some((column) => column.name === name))
  if (whole) return figureIn(part, row, whole)
  return ['in_time', 'late', 'missed'].reduce((sum, name) => sum + figureIn(part, row, name), 0)
}

export const isSmall = (part: Part, row: Cell[]): boolean => hasShares(part) && countIn(part, row) < least

/** Part of a whole in percent, to a tenth. */
export const percentOf = (part: number, whole: number): number => Math.round((1000 * part) / whole) / 10
