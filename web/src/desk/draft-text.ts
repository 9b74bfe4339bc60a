import { useState } from 'react'

/** A short text that stays in this tab until it is sent: through a reload, a closed dialog, a lost connection. */
export function useDraftText(name: string, first = ''): [string, (text: string) => void] {
  const key = `openimr.text.${name}`
  const [text, setText] = useState(() => sessionStorage.getItem(key) ?? first)
  const keep = (typed: string) => {
    setText(typed)
    if (typed === first) sessionStorage.removeItem(key)
    else sessionStorage.setItem(key, typed)
  }
  return [text, keep]
}
