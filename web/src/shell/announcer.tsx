let said: HTMLElement | null = null

/** Says something to whoever reads by ear: a page that came, a count that changed. Not for what has the focus already. */
export function announce(text: string): void {
  if (!said) return
  said.textContent = ''
  requestAnimationFrame(() => {
    if (said) said.textContent = text
  })
}

export function Announcer() {
  return <div className="usa-sr-only" role="status" aria-live="polite" ref={(element) => void (said = element)} />
}
