import { words } from '@words/desk'
import { type Mark, usesInWords } from '../marks'
import type { Desk } from '../types'

/** What a box says of itself: the criteria that use it, else the facts there. */
export function markSays(desk: Desk, mark: Mark): string {
  const uses = usesInWords(desk, mark.uses).map(({ item, says, finding }) => `${words.facts.useOf(item, says)} (${finding})`)
  const facts = mark.facts.map(({ label }) => label)
  return [...(uses.length > 0 ? uses : [...new Set(facts)]), ...mark.contradictions].join('\n')
}

export const kindOf = ({ contradictions, uses }: Mark): string => (contradictions.length > 0 ? 'contradiction' : uses.length > 0 ? 'used' : 'fact')
