import { noNotes, type NotesText } from './notes'

/** What was typed in a tab and the server has not yet, with what both began from. */
export interface Mirror {
  base: NotesText
  text: NotesText
}

const keyOf = (account: string, number: string) => `openimr.notes.${account}.${number}.`

/**
 * Keeps what was typed in this browser until the server has it, for a lost connection, a closed window, a crash. Each
 * tab has a place of its own there, so that none writes over another's.
 */
export class Mirrors {
  private readonly prefix: string
  private readonly own: string

  constructor(account: string, number: string, private readonly storage: Storage) {
    this.prefix = keyOf(account, number)
    this.own = this.prefix + Math.random().toString(36).slice(2)
  }

  keep(mirror: Mirror): void {
    try {
      this.storage.setItem(this.own, JSON.stringify(mirror))
    } catch {
      // The browser keeps nothing (full, or switched off): the server still does.
    }
  }

  clear(): void {
    this.storage.removeItem(this.own)
  }

  /** What tabs left behind, and takes it away. */
  take(): Mirror[] {
    const keys = Array.from({ length: this.storage.length }, (_, at) => this.storage.key(at) ?? '')
    const left = keys.filter((key) => key.startsWith(this.prefix) && key !== this.own)
    return left.flatMap((key) => {
      const mirror = parse(this.storage.getItem(key))
      this.storage.removeItem(key)
      return mirror ? [mirror] : []
    })
  }
}

function parse(text: string | null): Mirror | null {
  try {
    const { base = noNotes, text: typed } = JSON.parse(text ?? 'null') as Mirror
    return Array.isArray(typed.items) && Array.isArray(base.items) ? { base, text: typed } : null
  } catch {
    return null
  }
}
