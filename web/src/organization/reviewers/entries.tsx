import { Button } from '@trussworks/react-uswds'
import { words } from '@words/reviewers'
import { Choice } from '../../case/form/choice'
import { messageAt } from '../../case/form/server-errors'
import { Text } from '../../case/form/text'
import type { FieldError } from '../../components/errors/error-summary'
import { idOf } from './check-reviewer'
import { type Entry, groups, type Part } from './shape'

interface Props {
  group: keyof typeof groups
  entries: Entry[]
  errors: FieldError[]
  onChange: (entries: Entry[]) => void
}

/** The licences, certifications or relations of a reviewer, as many as there are. */
export function Entries({ group, entries, errors, onChange }: Props) {
  const set = (at: number, name: string, value: string | number | null) => onChange(entries.map((entry, each) => (each === at ? { ...entry, [name]: value } : entry)))
  const title = words.groups[group]
  const none = Object.fromEntries(groups[group].map(({ name, required }) => [name, required ? '' : null]))
  return (
    <fieldset className="reviewer__group">
      <legend>{title}</legend>
      {entries.map((entry, at) => (
        <div key={at} className="reviewer__entry" role="group" aria-label={words.nth(title, at + 1)}>
          <div className="reviewer__line">
            {groups[group].map((part) => (
              <Input key={part.name} part={part} id={idOf(group, at, part.name)} errors={errors} value={entry[part.name] ?? ''} onChange={(value) => set(at, part.name, value)} />
            ))}
          </div>
          <Button type="button" unstyled aria-label={`${words.remove} ${words.nth(title, at + 1)}`} onClick={() => onChange(entries.filter((_, each) => each !== at))}>{words.remove}</Button>
        </div>
      ))}
      <p><Button type="button" outline aria-label={`${words.add}: ${title}`} onClick={() => onChange([...entries, none])}>{words.add}</Button></p>
    </fieldset>
  )
}

interface InputProps {
  part: Part
  id: string
  value: string | number
  errors: FieldError[]
  onChange: (value: string | number | null) => void
}

function Input({ part: { name, kind, options = [] }, id, value, errors, onChange }: InputProps) {
  const common = { id, label: words.fields[name], error: messageAt(errors, id), value: String(value) }
  if (kind === 'choice') return <Choice {...common} options={options.map((each) => ({ id: each, says: each }))} onChange={onChange} />
  const change = (typed: string) => onChange(typed === '' && kind !== 'text' ? null : kind === 'number' && /^\d+(\.\d+)?$/.test(typed) ? Number(typed) : typed)
  return <Text {...common} type={kind === 'day' ? 'date' : 'text'} numeric={kind === 'number'} onChange={change} />
}
