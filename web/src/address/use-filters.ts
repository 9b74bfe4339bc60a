import { useCallback, useMemo } from 'react'
import { useSearchParams } from 'react-router-dom'

/**
 * Filters that live in the address, so that they survive a reload and can be sent to somebody: the values with their
 * defaults, and a way to change some of them. What equals its default is left out of the address. `defaults` must be
 * a constant.
 */
export function useFilters<F extends Record<string, string>>(defaults: F): [F, (change: Partial<F>) => void] {
  const [params, setParams] = useSearchParams()
  const filters = useMemo(() => readFilters(params, defaults), [params, defaults])
  const change = useCallback(
    (wanted: Partial<F>) => setParams((now) => writeFilters(now, defaults, wanted), { replace: true, preventScrollReset: true }),
    [defaults, setParams],
  )
  return [filters, change]
}

export function readFilters<F extends Record<string, string>>(params: URLSearchParams, defaults: F): F {
  return Object.fromEntries(Object.entries(defaults).map(([name, value]) => [name, params.get(name) ?? value])) as F
}

export function writeFilters<F extends Record<string, string>>(now: URLSearchParams, defaults: F, wanted: Partial<F>) {
  const next = new URLSearchParams(now)
  for (const [name, value] of Object.entries(wanted)) {
    if (value === undefined || value === defaults[name]) next.delete(name)
    else next.set(name, value)
  }
  return next
}
