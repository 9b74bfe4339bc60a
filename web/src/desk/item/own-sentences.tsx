import { useDeferredValue, useMemo } from 'react'
import { words } from '@words/desk'
import { useDesk } from '../desk-context'
import { Sentences } from './marked-sentences'
import { matchSentences } from './sentences'

/** What the reviewer typed, sentence by sentence, with the marks of the draft's sentences that it came from. */
export function OwnSentences({ text }: { text: string }) {
  const { draft } = useDesk().item
  const typed = useDeferredValue(text)
  const sentences = useMemo(
    () => matchSentences(typed, draft?.rationale ?? []).map(({ text, from }) => ({ text, sentence: from === null ? null : draft!.rationale[from]! })),
    [typed, draft],
  )
  if (!draft || !sentences.some(({ sentence }) => sentence !== null)) return null
  return (
    <details className="own-sentences">
      <summary>{words.decision.marks}</summary>
      <Sentences sentences={sentences} all={draft.rationale} />
    </details>
  )
}
