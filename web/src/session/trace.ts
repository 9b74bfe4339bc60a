import type { Role } from '../api/types'

// The cookie is out of reach of pages. This says only who was signed in last, so that asking the server is worth it.
const trace = 'openimr.signed-in'

/** The role of whoever was signed in when this browser heard last of it; null where nobody was. */
export const lastRole = (): Role | null => localStorage.getItem(trace) as Role | null
export const rememberRole = (role: Role): void => localStorage.setItem(trace, role)
export const forgetRole = (): void => localStorage.removeItem(trace)
