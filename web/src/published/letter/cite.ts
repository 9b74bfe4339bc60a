import { words } from '@words/determinations'
import type { Schema } from '../../api/types'
import { formatDay } from '../../components/day/days'
import { valueInWords } from '../fields'
import { nameOf } from '../items'

export type Letter = Schema<'PublishedDetermination'>

const most = 3

/** How to cite a letter: whose it is, its number, its day, what was decided, and its permanent address. */
export function citationOf(letter: Letter, address: string): string {
  const { source, reference, decided, year, items } = letter
  const named = items.slice(0, most).map((item) => `${nameOf(item)}: ${item.decision ? words.decisions[item.decision].toLowerCase() : words.undecided.toLowerCase()}`)
  const more = items.length > most ? [words.more(items.length - most)] : []
  const day = decided ? formatDay(decided) : year !== null ? String(year) : ''
  return words.letter.citation(valueInWords('source', source), reference, day, [...named, ...more].join('; '), address)
}

/** The name of a file that holds the letter, without its ending. */
export const fileNameOf = ({ reference, id }: Letter): string => (reference || id).replace(/[^\p{L}\p{N}._-]+/gu, '-').replace(/^[.-]+/, '') || id
