import type { Sentence } from '../types'

const lettersAndDigits = /[\p{L}\p{N}]+/gu
const alike = 0.6

/** A text in sentences; `Dr.`, `No.` and numbers with a point do not end one. */
export function sentencesOf(text: string): string[] {
  const parts = text.split(/(?<=[.!?]["”)]?)\s+(?=["“(]?[\p{Lu}\p{N}])/u).map((part) => part.trim()).filter(Boolean)
  return parts.reduce<string[]>((joined, part) => {
    const last = joined.at(-1)
    if (last && /\b(?:Dr|Mr|Ms|Mrs|No|vs|p|pp|Fig|e\.g|i\.e)\.$/.test(last)) joined[joined.length - 1] = `${last} ${part}`
    else joined.push(part)
    return joined
  }, [])
}

/**
 * The reviewer's own words, sentence by sentence, with the draft's sentence that each one comes from: its marks stay
 * with it while it is rewritten, as long as most of its words are the same.
 */
export function matchSentences(text: string, draft: Sentence[]): { text: string; from: number | null }[] {
  const bags = draft.map((sentence) => wordsOf(sentence.text))
  return sentencesOf(text).map((sentence) => {
    const words = wordsOf(sentence)
    const scores = bags.map((bag) => likeness(words, bag))
    const best = Math.max(0, ...scores)
    return { text: sentence, from: best >= alike ? scores.indexOf(best) : null }
  })
}

const wordsOf = (text: string) => new Set(text.toLowerCase().match(lettersAndDigits) ?? [])

function likeness(a: Set<string>, b: Set<string>): number {
  if (a.size === 0 || b.size === 0) return 0
  const shared = [...a].filter((word) => b.has(word)).length
  return (2 * shared) / (a.size + b.size)
}

export const joined = (sentences: Sentence[]): string => sentences.map(({ text }) => text).join(' ')
