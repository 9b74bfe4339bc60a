import { Link } from 'react-router-dom'
import { words } from '@words/determinations'
import { Day } from '../../components/day/day'
import { Decision } from '../decision'
import { itemsInShort, nameOf } from '../items'
import { letterAddress, type Question } from '../question'
import { whyInWords } from './why'
import type { Found } from './use-search'

const most = 4

/** A letter that was found: its items with their decisions, when, where its words stand, and why it is here. */
export function Result({ found, question }: { found: Found; question: Question }) {
  const { id, items, decided, year, reference, snippet, why } = found
  const matched = whyInWords(why, question, snippet.parts)
  return (
    <li className="result">
      <h3><Link className="usa-link" to={letterAddress(id)}>{itemsInShort(items)}</Link></h3>
      <p className="result__line">
        {items.length === 1 && <Decision decision={items[0]!.decision} />}
        {decided ? <Day on={decided} /> : year !== null && <span>{year}</span>}
        {reference && <span>{reference}</span>}
      </p>
      {items.length > 1 && (
        <ul className="result__items">
          {items.slice(0, most).map((item, at) => <li key={at}><Decision decision={item.decision} /> <span>{nameOf(item)}</span></li>)}
          {items.length > most && <li>{words.more(items.length - most)}</li>}
        </ul>
      )}
      <p className="result__snippet"><Snippet parts={snippet.parts} /></p>
      {matched.length > 0 && <p className="result__why">{words.matched}: {matched.join(', ')}</p>}
    </li>
  )
}

function Snippet({ parts }: { parts: Found['snippet']['parts'] }) {
  return <>{parts.map(({ text, marked }, at) => (marked ? <mark key={at}>{text}</mark> : text))}</>
}
