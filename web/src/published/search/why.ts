import type { Question } from '../question'

const wordsIn = (text: string) => text.match(/[\p{L}\p{N}][\p{L}\p{N}'’-]*/gu) ?? []

/** Whether a stem, as the index compares words, is that of a word: `therapi` of `therapy`, `muscl` of `muscles`. */
function isStemOf(stem: string, word: string): boolean {
  const short = stem.endsWith('i') ? stem.slice(0, -1) : stem
  return word.toLowerCase().startsWith(short.toLowerCase())
}

/**
 * The words that a letter has of a question, as they were asked or as the letter writes them; the API tells their stems.
 * The values that were chosen are not among them: the list of what was chosen says those.
 */
export function whyInWords(why: string[], { q, where }: Pick<Question, 'q' | 'where'>, parts: { text: string; marked: boolean }[]): string[] {
  const asked = wordsIn(q)
  const chosen = where.map(({ value }) => value.toLowerCase())
  const known = [...asked, ...parts.filter(({ marked }) => marked).flatMap(({ text }) => wordsIn(text))]
  const said = why.filter((stem) => stem !== '' && (!chosen.includes(stem) || asked.some((word) => isStemOf(stem, word)))).map((stem) => (known.find((word) => isStemOf(stem, word)) ?? stem).toLowerCase())
  return [...new Set(said)]
}
