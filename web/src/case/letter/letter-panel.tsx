import { words } from '@words/case'
import { address } from '../../api/client'
import type { Role } from '../../api/types'
import { Section } from '../aside/section'
import type { Case } from '../use-case'
import { useLetter } from './use-letter'
import './letter.css'

/** The letter as it stands and what it lacks, for whoever passes or returns it. */
export function LetterPanel({ read, role }: { read: Case; role: Role }) {
  const number = read.case_number
  const { wanted, data, error } = useLetter(read, role)
  if (!wanted) return null
  const say = words.letter
  return (
    <Section title={say.title}>
      {error && <p role="alert">{error.words}</p>}
      {data && (
        <>
          <Missing missing={data.missing} />
          <p>{say.text} <a className="usa-link" href={address('/api/cases/{number}/letter', { params: { number }, query: { format: 'pdf' } })} target="_blank" rel="noreferrer">{say.pdf}</a></p>
          <pre className="sheet" tabIndex={0} aria-label={say.sheet} role="region">{data.text}</pre>
        </>
      )}
    </Section>
  )
}

function Missing({ missing }: { missing: { item: number; message: string; section: string; soft: boolean }[] }) {
  const say = words.letter
  if (missing.length === 0) return <p className="letter__whole"><span aria-hidden="true">✓</span> {say.whole}</p>
  return (
    <div className="letter__missing">
      <h3>{say.missing(missing.length)}</h3>
      <ul>
        {missing.map(({ item, message, section, soft }) => (
          <li key={`${item} ${message}`}>
            <strong>{say.item(item)}:</strong> {message} <small>({soft ? say.advice : say.hinders}; {section})</small>
          </li>
        ))}
      </ul>
    </div>
  )
}
