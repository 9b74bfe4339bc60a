import { useState } from 'react'
import { words } from '@words/acts'
import { newKey, send } from '../../api/client'
import { Choice, Choices } from '../form/choice'
import { messageAt } from '../form/server-errors'
import { Text } from '../form/text'
import type { Act } from '../use-case'
import { useActing } from './act-context'
import { ActFrame } from './act-frame'
import { useAct } from './use-act'
import { sentence } from './values'
import { isWayOpen, Way } from './way'

const id = (name: string) => `notice-${name}`

/** Sends the parties a notice: which, to whom, how, and what the case does not know of itself. */
export function NoticeForm({ act }: { act: Act }) {
  const { number, read, programme, onDone } = useActing()
  const [notice, setNotice] = useState('')
  const [to, setTo] = useState<string[]>([])
  const [by, setBy] = useState('')
  const [facts, setFacts] = useState<Record<string, string>>({})
  const [key] = useState(newKey)
  const notices = programme.notices ?? []
  const chosen = notices.find((each) => each.id === notice)
  const named = chosen?.facts ?? []
  const { busy, changed, errors, setErrors, run } = useAct('notice', ['notice', 'to', 'by', ...named.map((fact) => fact.id)])
  const open = chosen !== undefined && isWayOpen(read.data.parties, to.length > 0 ? to : chosen.to)
  const submit = () => {
    if (!chosen) return setErrors([{ field: id('notice'), message: words.notice.missing }])
    if (open && !by) return setErrors([{ field: id('by'), message: words.notice.byMissing }])
    const given = Object.fromEntries(named.map((fact) => [fact.id, facts[fact.id]?.trim() ?? '']).filter(([, value]) => value))
    const body = { notice, facts: given, ...(to.length > 0 && { to }), ...(by && { by }) }
    void run(async () => onDone(act, await send('post', '/api/cases/{number}/notices', { params: { number }, body }, { key: `${key}-${read.data.version}` })))
  }
  const parties = read.data.parties.filter(({ role }) => !chosen || chosen.to.includes(role)).map(({ role, says, name }) => ({ id: role, says: `${name}, ${says}` }))
  return (
    <ActFrame act={act} submit={words.send} busy={busy} changed={changed} errors={errors} onSubmit={submit}>
      {notices.length === 0 && <p>{words.notice.none}</p>}
      <Choice id={id('notice')} label={words.notice.which} options={notices} value={notice} error={messageAt(errors, id('notice'))} onChange={setNotice} />
      <Choices id={id('to')} label={words.notice.to} hint={words.notice.toHint} optional={words.optional} options={parties} values={to} error={messageAt(errors, id('to'))} onChange={setTo} />
      <Way id={id('by')} open={open} value={by} error={messageAt(errors, id('by'))} onChange={setBy} />
      {named.length > 0 && (
        <fieldset className="act__facts">
          <legend>{words.notice.facts}</legend>
          <p className="usa-hint">{words.notice.factsHint}</p>
          {named.map((fact) => (
            <Text key={fact.id} id={id(fact.id)} label={sentence(fact.says)} optional={words.optional} rows={2} maxLength={2000} value={facts[fact.id] ?? ''} error={messageAt(errors, id(fact.id))} onChange={(value) => setFacts((all) => ({ ...all, [fact.id]: value }))} />
          ))}
        </fieldset>
      )}
    </ActFrame>
  )
}
