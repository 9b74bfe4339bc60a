import { words } from '@words/case'
import type { Case } from '../use-case'
import { Section } from './section'

export function Parties({ parties, way }: { parties: Case['parties']; way: (id: string) => string }) {
  return (
    <Section title={words.parties.title} none={parties.length === 0 && words.parties.none}>
      <ul className="part__list">
        {parties.map(({ role, says, name, address, by }) => (
          <li key={`${role} ${name}`}>
            <small>{says}</small>
            <strong>{name}</strong>
            {address && <div>{address}</div>}
            {by && <small>{words.parties.by(way(by))}</small>}
          </li>
        ))}
      </ul>
    </Section>
  )
}
