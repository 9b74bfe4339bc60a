import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { words } from '@words/desk'
import { announce } from '../shell/announcer'
import { acceptFinding, showAnswer, useAct } from './acts'
import { useDesk } from './desk-context'
import { HelpDialog } from './help-dialog'
import { noteChange, notesOn } from './notes/notes'
import { openFind, openHelp, turnPage, useSignal } from './signals'
import { useKeys } from './use-keys'

const row = (criterion: string) => document.querySelector<HTMLElement>(`[data-criterion="${CSS.escape(criterion)}"]`)

/** What the single keys do. */
export function DeskKeys() {
  const { number, desk, item, notes, can, current, point, choose } = useDesk()
  const queries = useQueryClient()
  const act = useAct(number)
  const [help, setHelp] = useState(false)
  useSignal(openHelp, () => setHelp(true))

  const step = (by: number) => {
    const ids = item.criteria.map(({ id }) => id)
    const at = current === null ? (by > 0 ? -1 : ids.length) : ids.indexOf(current)
    const next = ids[Math.min(ids.length - 1, Math.max(0, at + by))]
    if (next === undefined) return
    point(next)
    row(next)?.focus()
  }
  const answering = (event: string, answer: (criterion: string) => void) => () => {
    if (current === null) return step(1)
    if (!item.draft_shown || !can(event)) return announce(item.own === null ? words.criteria.notYet : words.criteria.closed)
    answer(current)
  }
  useKeys({
    j: () => step(1),
    k: () => step(-1),
    Enter: () => current !== null && row(current)?.click(),
    a: answering('finding-accepted', (criterion) => {
      showAnswer(queries, number, item.item, criterion)
      act.mutate(acceptFinding(item.item, criterion))
    }),
    c: answering('finding-overridden', (criterion) => {
      const finding = item.criteria.find(({ id }) => id === criterion)?.finding === 'met' ? 'not met' : 'met'
      notes.keeper.change((text) => noteChange(text, notesOn(text, item), criterion, { finding, why: '' }))
    }),
    '/': () => openFind.send(),
    '?': () => setHelp(true),
    '[': () => turnPage.send(-1),
    ']': () => turnPage.send(1),
    ...Object.fromEntries(desk.items.slice(0, 9).map((each, at) => [String(at + 1), () => choose(each.item)])),
  })
  return <HelpDialog open={help} onClose={() => setHelp(false)} />
}
