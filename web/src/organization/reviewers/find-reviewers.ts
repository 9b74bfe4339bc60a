import type { Schema } from '../../api/types'

type Row = Schema<'ReviewerRow'>

/** Those whose id, specialty or state has every word of `find`, in any case of letters. */
export function findReviewers(rows: Row[], find: string, onlyMay: boolean): Row[] {
  const wanted = find.toLowerCase().split(/\s+/).filter(Boolean)
  const has = ({ reviewer, specialties, states }: Row) => {
    const all = [reviewer, ...specialties, ...states].join(' ').toLowerCase()
    return wanted.every((word) => all.includes(word))
  }
  return rows.filter((row) => (!onlyMay || row.may_review) && has(row))
}
