import { words } from '@words/case'
import { Day } from '../../components/day/day'
import { recordName } from '../../party/record-name'
import { PaperLink } from '../access/papers'
import type { Case } from '../use-case'
import { Section } from './section'

/** The records that arrived, the letters, and the papers that were sent, each with its way to be opened. */
export function Documents({ number, records, letters }: { number: string; records: Case['records']; letters: Case['letters'] }) {
  const { documents } = words
  return (
    <>
      <Section title={documents.title} none={records.length === 0 && documents.none}>
        <ul className="part__list">
          {records.map(({ document, name, kind, date, received }) => (
            <li key={`${document} ${name}`}>
              <PaperLink number={number} document={document}>{recordName(name)}</PaperLink>
              <small>
                {kind && <>{kind.replaceAll('_', ' ')} · </>}
                {date && <><Day on={date} /> · </>}
                {documents.received} <Day on={received} />
              </small>
            </li>
          ))}
        </ul>
        <p className="part__none"><small>{documents.logged}</small></p>
      </Section>
      {letters.length > 0 && (
        <Section title={documents.letters}>
          <ul className="part__list">
            {letters.map(({ on, text, pdf }) => (
              <li key={text} className="part__row">
                <span>{documents.letter}, <Day on={on} /></span>
                <span>
                  <PaperLink number={number} document={text}>{documents.asText}</PaperLink>
                  {pdf && <> · <PaperLink number={number} document={pdf}>{documents.asPdf}</PaperLink></>}
                </span>
              </li>
            ))}
          </ul>
        </Section>
      )}
    </>
  )
}
