import { words } from '@words/acts'
import { Choice } from '../form/choice'
import type { Case } from '../use-case'
import { useActing } from './act-context'

interface Props {
  id: string
  /** It has to be said: see isWayOpen. */
  open: boolean
  value: string
  error: string | undefined
  onChange: (way: string) => void
}

/** How papers go out. */
export function Way({ id, open, value, error, onChange }: Props) {
  const { programme } = useActing()
  const { by, byAgreed, byOpen } = words.notice
  return (
    <Choice id={id} label={by} hint={open ? byOpen : byAgreed} optional={open ? undefined : words.optional}
      options={programme.channels} value={value} error={error} onChange={onChange} />
  )
}

/** Whether no way was agreed on with somebody whom a paper goes to. */
export const isWayOpen = (parties: Pick<Case['parties'][number], 'role' | 'by'>[], to: string[]): boolean => parties.some(({ role, by }) => to.includes(role) && !by)
