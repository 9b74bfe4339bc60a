import { words } from '@words/reviewers'
import { Choice } from '../../case/form/choice'
import { messageAt } from '../../case/form/server-errors'
import { Text } from '../../case/form/text'
import type { FieldError } from '../../components/errors/error-summary'
import { idOf } from './check-reviewer'
import { Entries } from './entries'
import { type Entry, groups, numbers, type OnFile } from './shape'

interface Props {
  data: OnFile
  errors: FieldError[]
  /** The id of a reviewer on file stays. */
  fixedId: boolean
  onChange: (data: OnFile) => void
}

const { fields, hints } = words

/** What is on file of a reviewer, field by field. */
export function ReviewerForm({ data, errors, fixedId, onChange }: Props) {
  const set = (part: Partial<OnFile>) => onChange({ ...data, ...part })
  const at = (name: string) => ({ id: idOf(name), error: messageAt(errors, idOf(name)) })
  const disciplined = data.disciplined === null ? '' : data.disciplined ? 'yes' : 'no'
  return (
    <>
      {!fixedId && <Text {...at('id')} label={fields.id} hint={hints.id} value={data.id} onChange={(id) => set({ id })} maxLength={61} />}
      <Text {...at('name')} label={fields.name} hint={hints.name} value={data.name} onChange={(name) => set({ name })} maxLength={200} />
      <div className="reviewer__line">
        {numbers.map(({ in: group, name }) => (
          <Text key={name} {...at(name)} label={fields[name]} numeric value={String(data[group][name] ?? '')} onChange={(typed) => set({ [group]: { ...data[group], [name]: numberOf(typed) } })} />
        ))}
      </div>
      {Object.keys(groups).map((name) => {
        const group = name as keyof typeof groups
        return <Entries key={group} group={group} entries={data[group]} errors={errors} onChange={(entries: Entry[]) => set({ [group]: entries })} />
      })}
      <Choice {...at('disciplined')} label={fields.disciplined} options={[{ id: 'no', says: words.no }, { id: 'yes', says: words.yes }]} value={disciplined} onChange={(typed) => set({ disciplined: typed === '' ? null : typed === 'yes' })} />
      <Text {...at('parties')} label={fields.parties} hint={hints.parties} rows={2} value={lines(data.exclusions.parties)} onChange={(typed) => set({ exclusions: { ...data.exclusions, parties: listOf(typed) } })} />
      <Text {...at('items')} label={fields.items} hint={hints.items} rows={2} value={lines(data.exclusions.items)} onChange={(typed) => set({ exclusions: { ...data.exclusions, items: listOf(typed) } })} />
      <Text {...at('appointments')} label={fields.appointments} hint={hints.appointments} rows={2} value={lines(data.appointments)} onChange={(typed) => set({ appointments: listOf(typed) })} />
    </>
  )
}

const lines = (list: string[] | null | undefined) => (list ?? []).join('\n')
// The line that is being typed stays; empty ones go when it is kept.
const listOf = (typed: string) => (typed === '' ? [] : typed.split('\n'))
const numberOf = (typed: string) => (typed === '' ? null : /^\d+$/.test(typed) ? Number(typed) : (typed as unknown as number))
