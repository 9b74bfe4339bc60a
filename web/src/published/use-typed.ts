import { useEffect, useState } from 'react'

/** What is typed until it is sent; it follows the address when that changes. */
export function useTyped(sent: string): [string, (typed: string) => void] {
  const [typed, setTyped] = useState(sent)
  useEffect(() => setTyped(sent), [sent])
  return [typed, setTyped]
}
