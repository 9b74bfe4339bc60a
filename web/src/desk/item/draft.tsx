import { useEffect, useRef } from 'react'
import { words } from '@words/desk'
import { useDesk } from '../desk-context'
import { type Marked, Sentences } from './marked-sentences'

/** What the draft proposes, sentence by sentence, with the marks of its places. `opened`: only now, so it gets the focus. */
export function Draft({ opened }: { opened: boolean }) {
  const { item } = useDesk()
  const title = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    if (opened) title.current?.focus()
  }, [opened])
  if (!item.draft) return null
  const { decision, rationale, citation, would_overturn: would } = item.draft
  const sentences: Marked[] = rationale.map((sentence) => ({ text: sentence.text, sentence }))
  return (
    <section className="draft" aria-labelledby="draft-title">
      <h3 id="draft-title" ref={title} tabIndex={-1}>{words.draft.title}</h3>
      <p className="draft__proposes">
        {decision ? words.draft.proposes(decision) : words.draft.open}
        {item.own && <span className="draft__own">{words.own.shown(item.own)}</span>}
      </p>
      <Sentences sentences={sentences} all={rationale} />
      {citation && <p className="draft__citation">{citation}</p>}
      {would.length > 0 && (
        <>
          <h4>{words.draft.would}</h4>
          <WouldChange ways={would} />
        </>
      )}
    </section>
  )
}

function WouldChange({ ways }: { ways: string[][] }) {
  const { criteria } = useDesk().item
  const says = (id: string) => criteria.find((each) => each.id === id)?.says ?? id
  return (
    <ul className="would">
      {ways.map((way) => <li key={way.join(' ')}>{way.map(says).join(words.draft.and)}</li>)}
    </ul>
  )
}
