import { words } from '@words/acts'
import { formatDay } from '../../components/day/days'
import { Choice, Choices, type Option } from '../form/choice'
import { Text } from '../form/text'
import type { Case } from '../use-case'
import { type ActContext, useActing } from './act-context'
import { PartyInput } from './party-input'
import { type Field, idOf, labelOf, noParty, type PartyTyped, type Typed } from './values'

interface Props {
  event: string
  field: Field
  typed: Typed[string] | undefined
  onChange: (value: Typed[string]) => void
  error?: string | undefined
}

const longTexts = ['asked', 'how', 'cause', 'rationale', 'summary']

/** The input that a field of an event wants, by its kind. */
export function FieldInput({ event, field, typed, onChange, error }: Props) {
  const acting = useActing()
  const { kind, name } = field
  const common = {
    id: idOf(name), label: labelOf(event, field), error, hint: words.hints[name],
    optional: field.required ? undefined : words.optional,
  }
  const text = typeof typed === 'string' ? typed : ''
  if (kind === 'party') return <PartyInput {...common} typed={(typed as PartyTyped | undefined) ?? noParty} onChange={onChange} />
  const options = optionsOf(event, field, acting)
  if (kind === 'texts') {
    if (options) return <Choices {...common} options={options} values={(typed as string[] | undefined) ?? []} onChange={onChange} />
    return <Text {...common} hint={words.texts} rows={4} value={text} onChange={onChange} />
  }
  if (options) return <Choice {...common} options={options} value={text} onChange={onChange} />
  if (kind === 'day') return <Text {...common} type="date" value={text} onChange={onChange} />
  if (kind === 'number') return <Text {...common} numeric value={text} onChange={onChange} />
  return <Text {...common} rows={longTexts.includes(name) ? 3 : 1} value={text} onChange={onChange} />
}

const papersOf = ({ letters, records }: Case): Option[] => [
  ...letters.map(({ letter, on }) => ({ id: letter, says: `${words.letter}, ${formatDay(on)}` })),
  ...records.map(({ document, name }) => ({ id: document, says: name })),
]

// null: it is typed, not chosen.
function optionsOf(event: string, { kind, name }: Field, { read: { data }, programme, rules, reviewers }: ActContext): Option[] | null {
  switch (kind) {
    case 'item':
      return data.items.filter(({ ended }) => ended === null).map(({ item, text }) => ({ id: String(item), says: `${item}. ${text}` }))
    case 'decision':
      return programme.outcomes.map(({ id, says }) => ({ id, says: `${id}: ${says}` }))
    case 'priority':
      return Object.entries(words.priorities).filter(([id]) => id !== data.priority).map(([id, says]) => ({ id, says }))
    case 'channel':
      return programme.channels
    case 'role':
      return data.parties.map(({ role, says, name: who }) => ({ id: role, says: `${who}, ${says}` }))
    case 'reviewer':
      return reviewers(event)
    case 'document':
      return papersOf(data)
    case 'texts':
      return name === 'reasons' && rules.length > 0 ? rules.map(({ rule, says, answer }) => ({ id: rule, says: `${rule}: ${says} (${answer})` })) : null
    default:
      return null
  }
}
