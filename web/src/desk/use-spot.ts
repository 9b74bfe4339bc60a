import { useCallback, useMemo } from 'react'
import { useSearchParams } from 'react-router-dom'
import { readSpot, type Spot, writeSpot } from './spot'
import type { Desk } from './types'

/** Where the reviewer is, and the way elsewhere. Another item is a step of the back button; another page is none. */
export function useSpot(desk: Desk): [Spot, (to: Spot) => void] {
  const [params, setParams] = useSearchParams()
  const spot = useMemo(() => readSpot(params, desk), [params, desk])
  const go = useCallback(
    (to: Spot) => setParams((now) => writeSpot(now, to), { replace: to.item === spot.item, preventScrollReset: true }),
    [setParams, spot.item],
  )
  return [spot, go]
}
