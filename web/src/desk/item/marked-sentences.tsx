import { words } from '@words/desk'
import { useDesk } from '../desk-context'
import { placeTitle } from '../place-words'
import type { Place, Sentence } from '../types'
import { raised } from './raised'

export interface Marked {
  text: string
  /** The sentence of the draft with its places; none for the reviewer's own words. */
  sentence: Sentence | null
}

/** Sentences, each with its marks ¹ ² that lead to places. Marks count through `all`, so that they stay the same everywhere. */
export function Sentences({ sentences, all }: { sentences: Marked[]; all: Sentence[] }) {
  const numbers = numbersOf(all)
  return (
    <p className="sentences">
      {sentences.map(({ text, sentence }, at) => (
        <span key={at} className={sentence ? 'sentence' : 'sentence sentence--own'} title={sentence?.citations.join('; ') || undefined}>
          {text}
          {sentence?.places.map((place) => <PlaceMark key={keyOf(place)} place={place} of={sentence.places} number={numbers.get(keyOf(place)) ?? 0} />)}{' '}
        </span>
      ))}
    </p>
  )
}

function PlaceMark({ place, of, number }: { place: Place; of: Place[]; number: number }) {
  const { desk, show, spot } = useDesk()
  const shown = spot.at === place.begin && spot.page === place.page
  return (
    <button type="button" className={shown ? 'place-mark place-mark--shown' : 'place-mark'} onClick={() => show(place, of)}
      aria-label={words.draft.mark(number, placeTitle(desk, place))} title={placeTitle(desk, place)}>
      {raised(number)}
    </button>
  )
}

const keyOf = ({ document, page, begin, end }: Place) => `${document} ${page} ${begin} ${end}`

function numbersOf(sentences: Sentence[]): Map<string, number> {
  const keys = new Set(sentences.flatMap(({ places }) => places.map(keyOf)))
  return new Map([...keys].map((key, at) => [key, at + 1]))
}
