import { words } from '@words/determinations'
import './decision.css'

/** How an item was decided: by its word, and by a frame or a fill for the eye. */
export function Decision({ decision }: { decision: 'Upheld' | 'Overturned' | null }) {
  const kind = decision?.toLowerCase() ?? 'none'
  return <span className={`decision decision--${kind}`}>{decision ? words.decisions[decision] : words.undecided}</span>
}
