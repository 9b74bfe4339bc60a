import { useEffect, useRef } from 'react'

const stored = 'openimr.single-keys'
export const singleKeys = {
  on: (): boolean => localStorage.getItem(stored) !== 'off',
  set: (on: boolean): void => (on ? localStorage.removeItem(stored) : localStorage.setItem(stored, 'off')),
}

const textual = /^(?:text|search|password|number|email|tel|url|date)$/

/** Whether a key goes into something that is typed. */
export function typing(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false
  if (target instanceof HTMLInputElement) return textual.test(target.type)
  return target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement || target.isContentEditable
}

const free = (target: EventTarget | null) => !(target instanceof Element && target.closest('a, button, input, summary, [role="button"]'))

/** Single keys, by what they are called in KeyboardEvent.key (letters small). They rest while a dialog is open. */
export function useKeys(keys: Record<string, () => void>): void {
  const now = useRef(keys)
  now.current = keys
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.altKey || event.metaKey || event.defaultPrevented || typing(event.target)) return
      if (!singleKeys.on() || document.querySelector('dialog[open]')) return
      const act = now.current[event.key.length === 1 ? event.key.toLowerCase() : event.key]
      if (!act || (event.key === 'Enter' && !free(event.target))) return
      event.preventDefault()
      act()
    }
    addEventListener('keydown', press)
    return () => removeEventListener('keydown', press)
  }, [])
}
