/** The sign-in page that leads back to `back` afterwards. */
export function signInAddress(back: string): string {
  return back === '/' ? '/sign-in' : `/sign-in?to=${encodeURIComponent(back)}`
}

/** Where to go after signing in: `to` if it is an address of ours, else `home`. */
export function backFrom(to: string | null, home: string): string {
  return to !== null && /^\/(?![/\\])/.test(to) ? to : home
}
