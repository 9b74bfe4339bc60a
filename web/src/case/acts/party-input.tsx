import { words } from '@words/acts'
import { Choice } from '../form/choice'
import { Group } from '../form/group'
import { Text } from '../form/text'
import { useActing } from './act-context'
import type { PartyTyped } from './values'

interface Props {
  id: string
  label: string
  error?: string | undefined
  typed: PartyTyped
  onChange: (typed: PartyTyped) => void
}

/** A party: what it is, its name, and how papers reach it. */
export function PartyInput({ typed, onChange, ...field }: Props) {
  const { programme } = useActing()
  const set = (part: Partial<PartyTyped>) => onChange({ ...typed, ...part })
  const { role, name, address, by } = words.party
  return (
    <Group {...field}>
      <fieldset aria-labelledby={`${field.id}-label`}>
        <Choice id={`${field.id}-role`} label={role} options={programme.parties} value={typed.role} onChange={(value) => set({ role: value })} />
        <Text id={`${field.id}-name`} label={name} value={typed.name} onChange={(value) => set({ name: value })} maxLength={200} />
        <Text id={`${field.id}-address`} label={address} optional={words.optional} value={typed.address} onChange={(value) => set({ address: value })} maxLength={400} />
        <Choice id={`${field.id}-by`} label={by} optional={words.optional} options={programme.channels} value={typed.by} onChange={(value) => set({ by: value })} />
      </fieldset>
    </Group>
  )
}
