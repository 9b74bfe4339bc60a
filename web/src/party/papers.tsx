import { words } from '@words/party'
import type { Schema } from '../api/types'
import { Day } from '../components/day/day'
import { DocumentLink } from './document-link'
import { papersOf } from './papers-of'

/** The letters and notices of the case, each as a file to open. */
export function Papers({ of }: { of: Schema<'Case'> }) {
  const papers = papersOf(of)
  return (
    <section>
      <h2>{words.papers}</h2>
      {papers.length === 0 && <p className="party__none">{words.noPapers}</p>}
      <ul className="party__papers">
        {papers.map(({ on, title, to, pdf, text, proof }) => (
          <li key={`${title} ${on} ${text}`}>
            <span className="party__paper">
              <strong>{title}</strong>
              <span className="party__more"><Day on={on.slice(0, 10)} />{to.length > 0 && ` · ${words.sentTo(to.join(', '))}`}</span>
            </span>
            <span className="party__files">
              <DocumentLink number={of.case_number} document={pdf} of={title}>{words.pdf}</DocumentLink>
              <DocumentLink number={of.case_number} document={text} of={title}>{words.text}</DocumentLink>
              <DocumentLink number={of.case_number} document={proof} of={title}>{words.proof}</DocumentLink>
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
