import { useState } from 'react'

// A browser gives no file back after a reload, so these live as long as the window.
const picked = new Map<string, File[]>()

/** The files that an account chose to send with its application. */
export function usePicked(account: string): [File[], (files: File[]) => void] {
  const [files, setFiles] = useState(() => picked.get(account) ?? [])
  const keep = (next: File[]) => {
    picked.set(account, next)
    setFiles(next)
  }
  return [files, keep]
}

export function takePicked(account: string): File[] {
  const files = picked.get(account) ?? []
  picked.delete(account)
  return files
}
