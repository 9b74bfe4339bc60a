import type { Answered } from '../../api/client'
import { ApiError } from '../../api/problem'
import type { Schema } from '../../api/types'
import { type Clash, type Merged, mergeNotes, takeTheirs } from './merge'
import type { Mirrors } from './mirror'
import { noNotes, type NotesText, sameNotes } from './notes'

type Kept = Answered<Schema<'Notes'>>

/** Where the notes are kept. `keep` is refused with 412 where they are others than those that `etag` names. */
export interface NotesPlace {
  load: () => Promise<Kept>
  keep: (text: NotesText, etag: string | null) => Promise<Kept>
}

export type Saving =
  | { state: 'saved'; at: string | null }
  | { state: 'typing' }
  | { state: 'offline' }
  | { state: 'refused'; why: string }
  | { state: 'clash'; merged: Merged }

export interface Shown {
  text: NotesText
  saving: Saving
}

export const pause = 1000
export const retryAfter = 5000

/**
 * What the reviewer types: in this browser at once, at the server a second after the last key, and again and again where
 * it cannot be reached. What another tab kept meanwhile is joined with it; where both changed the same field the
 * reviewer chooses. Nothing is let go of before the server has it.
 */
export class NotesKeeper {
  private shown: Shown = { text: noNotes, saving: { state: 'saved', at: null } }
  private base = noNotes
  private etag: string | null = null
  private timer: ReturnType<typeof setTimeout> | undefined
  private sending = false
  private started: Promise<void> | undefined
  private readonly listeners = new Set<() => void>()

  constructor(private readonly place: NotesPlace, private readonly mirrors: Mirrors) {}

  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener)
    return () => void this.listeners.delete(listener)
  }

  now = (): Shown => this.shown

  get unsaved(): boolean {
    return this.shown.saving.state !== 'saved'
  }

  /** Reads what is kept, and joins what tabs left behind in this browser; once. */
  start = (): Promise<void> => (this.started ??= this.begin())

  private async begin(): Promise<void> {
    const kept = await this.place.load()
    this.began(kept)
    this.show({ text: this.base, saving: { state: 'saved', at: kept.data.kept_at } })
    for (const left of this.mirrors.take()) this.settle(mergeNotes(left.base, left.text, this.shown.text))
  }

  change(by: (text: NotesText) => NotesText): void {
    const text = by(this.shown.text)
    if (text === this.shown.text) return
    this.mirrors.keep({ base: this.base, text })
    if (this.shown.saving.state === 'clash') return this.show({ ...this.shown, text })
    this.show({ text, saving: this.shown.saving.state === 'offline' ? { state: 'offline' } : { state: 'typing' } })
    this.later(pause)
  }

  /** The reviewer chose, clash by clash, whether to take the other's words. */
  choose(theirs: (clash: Clash) => boolean): void {
    const { text, saving } = this.shown
    if (saving.state !== 'clash') return
    const chosen = takeTheirs({ text, clashes: saving.merged.clashes }, theirs)
    this.show({ text: chosen, saving: { state: 'typing' } })
    this.mirrors.keep({ base: this.base, text: chosen })
    void this.flush()
  }

  /** Sends what is not kept yet, now. */
  flush = async (): Promise<void> => {
    clearTimeout(this.timer)
    const { text, saving } = this.shown
    if (this.sending || saving.state === 'saved' || saving.state === 'clash') return
    this.sending = true
    try {
      this.kept(text, await this.place.keep(text, this.etag))
    } catch (error) {
      await this.notKept(error)
    } finally {
      this.sending = false
    }
  }

  private kept(sent: NotesText, kept: Kept): void {
    this.began(kept)
    this.base = sent
    if (this.shown.text !== sent) return this.typeOn()
    this.mirrors.clear()
    this.show({ text: sent, saving: { state: 'saved', at: kept.data.kept_at } })
  }

  // More was typed while the last was on its way.
  private typeOn(): void {
    this.mirrors.keep({ base: this.base, text: this.shown.text })
    this.show({ ...this.shown, saving: { state: 'typing' } })
    this.later(pause)
  }

  private async notKept(error: unknown): Promise<void> {
    if (!(error instanceof ApiError)) throw error
    if (error.changedMeanwhile) return this.join()
    if (error.code !== 'offline' && error.status < 500) {
      return this.show({ ...this.shown, saving: { state: 'refused', why: error.message } })
    }
    this.show({ ...this.shown, saving: { state: 'offline' } })
    this.later(retryAfter)
  }

  private async join(): Promise<void> {
    try {
      const theirs = await this.place.load()
      const before = this.base
      this.began(theirs)
      this.settle(mergeNotes(before, this.shown.text, this.base))
    } catch (error) {
      await this.notKept(error)
    }
  }

  private settle(merged: Merged): void {
    const { text, clashes } = merged
    if (clashes.length === 0 && sameNotes(text, this.base)) {
      this.mirrors.clear()
      return this.show({ text, saving: { state: 'saved', at: null } })
    }
    this.mirrors.keep({ base: this.base, text })
    if (clashes.length > 0) return this.show({ text, saving: { state: 'clash', merged } })
    this.show({ text, saving: { state: 'typing' } })
    this.later(0)
  }

  private began({ data, etag }: Kept): void {
    this.base = data.text
    this.etag = etag
  }

  private later(milliseconds: number): void {
    clearTimeout(this.timer)
    this.timer = setTimeout(() => void this.flush(), milliseconds)
  }

  private show(shown: Shown): void {
    this.shown = shown
    this.listeners.forEach((listener) => listener())
  }
}
