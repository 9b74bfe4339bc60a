import { words } from '@words/desk'
import type { Schema } from '../../api/types'

/** What the letter lacks, part by part, with the rule that asks for it; hints hinder nobody. */
export function MissingList({ missing, hints }: { missing: Schema<'MissingPart'>[]; hints: number }) {
  return (
    <details className="missing">
      <summary>{words.signing.list}{hints > 0 && ` · ${words.signing.hints(hints)}`}</summary>
      <ul>
        {missing.map(({ item, message, section, soft }) => (
          <li key={`${item} ${message}`}>
            {soft && <span className="remark">{words.signing.hint}</span>} {item > 0 && `${words.signing.item(item)}: `}{message} <span className="missing__section">{section}</span>
          </li>
        ))}
      </ul>
    </details>
  )
}
