import { useEffect, useState } from 'react'
import { words } from '@words/shell'

/** Says that the connection is gone, as long as the browser knows it to be. */
export function OfflineLine() {
  const [online, setOnline] = useState(navigator.onLine)
  useEffect(() => {
    const look = () => setOnline(navigator.onLine)
    addEventListener('online', look)
    addEventListener('offline', look)
    return () => {
      removeEventListener('online', look)
      removeEventListener('offline', look)
    }
  }, [])
  return <div role="status">{!online && <p className="offline-line">{words.offline}</p>}</div>
}
