import { Link, useParams } from 'react-router-dom'
import { words } from '@words/determinations'
import { useApi } from '../../api/use-api'
import { Day } from '../../components/day/day'
import { Loading } from '../../shell/loading'
import { Page } from '../../shell/page'
import { Decision } from '../decision'
import { itemsInShort } from '../items'
import { Problem } from '../problem'
import { About } from './about'
import type { Letter } from './cite'
import { ItemParts } from './item-parts'
import { LetterText } from './letter-text'
import { Take } from './take'
import '../published.css'
import './letter.css'

/** A published determination under its permanent address: in a line, as it was written, and its parts as data. */
export default function LetterPage() {
  const { id = '' } = useParams()
  const { data: letter, error, refetch } = useApi('/api/determinations/{id}', { params: { id } }, { staleTime: Infinity })
  if (error?.status === 404) return <Missing says={error.detail ?? error.message} />
  if (error) return <Page title={words.problem.failed}><Problem error={error} onAgain={() => void refetch()} /></Page>
  if (!letter) return <Page title={words.letter.back}><Loading /></Page>
  return (
    <Page title={itemsInShort(letter.items)}>
      <Summary letter={letter} />
      <div className="letter">
        <section className="letter__text" aria-labelledby="text">
          <h2 id="text">{words.letter.text}</h2>
          {letter.text.trim() ? <LetterText text={letter.text} /> : <p>{words.letter.noText}</p>}
        </section>
        <div className="letter__aside">
          <section aria-labelledby="items">
            <h2 id="items">{words.letter.items}</h2>
            <ul className="letter__items">{letter.items.map((item, at) => <ItemParts key={at} item={item} />)}</ul>
          </section>
          <About letter={letter} />
          <Take letter={letter} />
        </div>
      </div>
    </Page>
  )
}

function Summary({ letter: { items, decided, year, reference } }: { letter: Letter }) {
  const first = items[0]
  const alike = items.every(({ decision }) => decision === first?.decision)
  const guidelines = [...new Set(items.flatMap((item) => item.guidelines))]
  return (
    <p className="letter__summary">
      {first && alike && <><Decision decision={first.decision} />{first.decision && <span>{words.letter.means[first.decision]}</span>}</>}
      {!alike && <span>{words.letter.mixed(items.filter(({ decision }) => decision === 'Overturned').length, items.length)}</span>}
      {decided ? <Day on={decided} /> : year !== null && <span>{year}</span>}
      {reference && <span>{reference}</span>}
      {guidelines.length > 0 && <span>{guidelines.join('; ')}</span>}
    </p>
  )
}

function Missing({ says }: { says: string }) {
  return (
    <Page title={words.letter.missing} lead={says}>
      <p><Link className="usa-link" to="/determinations">{words.letter.back}</Link></p>
    </Page>
  )
}
