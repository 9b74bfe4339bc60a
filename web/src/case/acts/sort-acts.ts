import type { Role } from '../../api/types'
import type { Act } from '../use-case'

// What a reviewer does at the desk, where the evidence is.
const deskEvents = ['own-finding-recorded', 'finding-accepted', 'finding-overridden', 'item-decided']
const deskAddresses = ['acceptance', 'draft', 'submission', 'signature']

export interface Sorted {
  /** Acts that lead the case on. */
  onward: Act[]
  also: Act[]
  /** Something waits at the desk. */
  desk: boolean
}

/** The acts as the page of the case offers them. Whoever is no reviewer can have the draft prepared from here. */
export function sortActs(acts: Act[], role: Role): Sorted {
  const atDesk = ({ event, by }: Act) => deskEvents.includes(event) || (deskAddresses.includes(by) && !(by === 'draft' && role !== 'review'))
  const here = acts.filter((act) => !atDesk(act) && act.by !== 'none')
  return { onward: here.filter(({ to }) => to !== null), also: here.filter(({ to }) => to === null), desk: acts.some(atDesk) }
}

export const keyOf = ({ event, result }: Act) => `${event} ${result ?? ''}`
