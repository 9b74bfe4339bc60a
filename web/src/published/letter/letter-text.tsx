import { useMemo } from 'react'
import { blocksOf } from './blocks'

/** The letter as it reads: its headings, and its paragraphs with the breaks that matter. */
export function LetterText({ text }: { text: string }) {
  const blocks = useMemo(() => blocksOf(text), [text])
  return <div className="letter__paper">{blocks.map((block, at) => (block.heading ? <h3 key={at}>{block.text}</h3> : <p key={at}>{block.text}</p>))}</div>
}
