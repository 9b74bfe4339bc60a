import type { ReactNode } from 'react'
import { words } from '@words/determinations'
import { Day } from '../../components/day/day'
import { fieldInWords, valueInWords } from '../fields'
import type { Letter } from './cite'
import { Values } from './item-parts'

/** What is known of the case as a whole. */
export function About({ letter }: { letter: Letter }) {
  const { letter: says } = words
  return (
    <section aria-labelledby="about">
      <h2 id="about">{says.about}</h2>
      <dl className="parts">
        {letter.reference && <Part says={says.reference}>{letter.reference}</Part>}
        {letter.decided && <Part says={says.decided}><Day on={letter.decided} /></Part>}
        {!letter.decided && letter.year !== null && <Part says={says.year}>{letter.year}</Part>}
        {letter.injury && <Part says={says.injury}><Day on={letter.injury} /></Part>}
        <Values field="specialty" values={letter.specialties} />
        <Values field="state" values={letter.states} />
        {(letter.age !== null || letter.age_range) && <Part says={fieldInWords('age')}>{letter.age ?? letter.age_range}</Part>}
        {letter.sex && <Part says={fieldInWords('sex')}>{letter.sex}</Part>}
        {letter.diagnoses.length > 0 && <Part says={says.diagnoses}>{letter.diagnoses.join('; ')}</Part>}
        {letter.source && <Part says={fieldInWords('source')}>{valueInWords('source', letter.source)}</Part>}
      </dl>
    </section>
  )
}

const Part = ({ says, children }: { says: string; children: ReactNode }) => <div><dt>{says}</dt><dd>{children}</dd></div>
