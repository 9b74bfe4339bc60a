import { words } from '@words/case'
import { Day } from '../../components/day/day'
import { PaperLink } from '../access/papers'
import type { Case } from '../use-case'
import { Section } from './section'

interface Props {
  number: string
  sent: Case['sent']
  notice: (id: string) => string
  party: (id: string) => string
  way: (id: string) => string
}

/** The papers that went out, to whom and how, with the proof of service. */
export function Sent({ number, sent, notice, party, way }: Props) {
  return (
    <Section title={words.sent.title} none={sent.length === 0 && words.sent.none}>
      <ul className="part__list">
        {sent.map(({ notice: id, to, by, on, text, pdf, proof }) => {
          const paper = pdf ?? text
          return (
            <li key={`${id} ${to} ${on}`}>
              {paper ? <PaperLink number={number} document={paper}>{notice(id)}</PaperLink> : notice(id)}
              <small>
                {words.sent.to} {party(to)}, {way(by)}, <Day on={on} />
                {proof && <> · <PaperLink number={number} document={proof}>{words.sent.proof}</PaperLink></>}
              </small>
            </li>
          )
        })}
      </ul>
    </Section>
  )
}
