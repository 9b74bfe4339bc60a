import { words } from '@words/desk'
import { useDesk } from '../desk-context'
import type { DeskItem } from '../types'
import './item-tabs.css'

/** The items in dispute, each with how far the reviewer is with it. The keys 1 to 9 choose one. */
export function ItemTabs() {
  const { desk, item, choose } = useDesk()
  return (
    <nav aria-label={words.items.label} className="item-tabs">
      <ol>
        {desk.items.map((each, at) => (
          <li key={each.item}>
            <button type="button" className="item-tab" aria-current={each === item ? 'true' : undefined} onClick={() => choose(each.item)}>
              <span className="item-tab__key" aria-hidden="true">{at + 1}</span>
              <span className="item-tab__text">{each.text}</span>
              <span className="item-tab__state">{stateOf(each, desk.draft_ready)}</span>
            </button>
          </li>
        ))}
      </ol>
    </nav>
  )
}

function stateOf({ open, decided, draft_shown }: DeskItem, draft: boolean): string {
  if (!open) return words.items.ended
  if (decided) return decided.decision
  return draft && !draft_shown ? words.items.own : words.items.undecided
}
