import { Finding, type FindingState } from '../finding/finding'
import './differing.css'

export interface Difference {
  says: string
  one: FindingState
  other: FindingState
}

/** Criteria on which two items have another finding; the titles of the columns name the two. */
export function Differing({ rows, title, one, other }: { rows: Difference[]; title: string; one: string; other: string }) {
  return (
    <div className="differing">
      <table>
        <thead><tr><th scope="col">{title}</th><th scope="col">{one}</th><th scope="col">{other}</th></tr></thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.says}><th scope="row">{row.says}</th><td><Finding state={row.one} /></td><td><Finding state={row.other} /></td></tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
