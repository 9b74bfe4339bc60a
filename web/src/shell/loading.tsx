import { words } from '@words/shell'
import './loading.css'

/** Holds the room of a page while it comes; its word appears only if that takes long enough to wonder. */
export function Loading({ label = words.loading }: { label?: string }) {
  return (
    <div className="loading" role="status">
      <span>{label}</span>
    </div>
  )
}
