import { useEffect, useRef } from 'react'

/** A word from one part of the desk to another that is far from it. */
export class Signal<T = void> {
  private readonly listeners = new Set<(value: T) => void>()
  send(value: T): void {
    this.listeners.forEach((listener) => listener(value))
  }
  hear(listener: (value: T) => void): () => void {
    this.listeners.add(listener)
    return () => void this.listeners.delete(listener)
  }
}

export const openFind = new Signal()
export const openHelp = new Signal()
/** By so many pages. */
export const turnPage = new Signal<number>()

export function useSignal<T>(signal: Signal<T>, act: (value: T) => void): void {
  const now = useRef(act)
  now.current = act
  useEffect(() => signal.hear((value) => now.current(value)), [signal])
}
