import { words } from '@words/party'
import type { Schema } from '../api/types'

export interface Paper {
  on: string
  title: string
  /** To whom, each once. */
  to: string[]
  pdf: string | null
  text: string | null
  proof: string | null
}

/** Letters and notices as one list, the newest first. A paper that several parties got on one day stands once. */
export function papersOf({ letters, sent, parties }: Pick<Schema<'Case'>, 'letters' | 'sent' | 'parties'>): Paper[] {
  const papers = new Map<string, Paper>()
  for (const [at, { on, text, pdf }] of letters.entries()) {
    papers.set(text, { on, title: at === 0 ? words.determination : words.correction, to: [], pdf, text, proof: null })
  }
  for (const { notice, to, on, text, pdf, proof } of sent) {
    const key = text ?? `${notice} ${on}`
    const title = words.notices[notice || 'determination'] ?? notice.replaceAll('-', ' ')
    const paper = papers.get(key) ?? { on, title, to: [], pdf, text, proof: proof ?? null }
    const name = parties.find(({ role }) => role === to)?.says ?? to
    papers.set(key, { ...paper, to: paper.to.includes(name) ? paper.to : [...paper.to, name], proof: paper.proof ?? proof ?? null })
  }
  return [...papers.values()].sort((one, other) => other.on.localeCompare(one.on))
}
