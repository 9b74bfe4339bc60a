import { useEffect, useState } from 'react'
import { words } from '@words/determinations'
import { readSaved, type Saved, writeSaved } from './saved'

export interface SavedSearches {
  saved: Saved[]
  /** What happened to them last, in words. */
  said: string
  keep: (saved: Saved[], said: string) => void
}

/** The searches that this browser keeps; what another tab keeps is heard. */
export function useSaved(): SavedSearches {
  const [saved, setSaved] = useState(() => readSaved())
  const [said, setSaid] = useState('')
  useEffect(() => {
    const hear = () => setSaved(readSaved())
    addEventListener('storage', hear)
    return () => removeEventListener('storage', hear)
  }, [])
  const keep = (wanted: Saved[], word: string) => {
    const kept = writeSaved(wanted)
    if (kept) setSaved(wanted)
    setSaid(kept ? word : words.follow.notKept)
  }
  return { saved, said, keep }
}
