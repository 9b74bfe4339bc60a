import { Button } from '@trussworks/react-uswds'
import { words } from '@words/desk'
import { useDesk } from '../desk-context'
import type { Saving } from './keeper'

/** Whether what was typed is kept. Trouble stands out, and is said to whoever reads by ear. */
export function SavedLine() {
  const { saving, keeper } = useDesk().notes
  const trouble = saving.state === 'offline' || saving.state === 'refused' || saving.state === 'clash'
  return (
    <span className={trouble ? 'saved-line saved-line--trouble' : 'saved-line'} role={trouble ? 'alert' : undefined}>
      {inWords(saving)}
      {saving.state === 'offline' && <> <Button type="button" unstyled onClick={() => void keeper.flush()}>{words.saving.retry}</Button></>}
    </span>
  )
}

function inWords(saving: Saving): string {
  switch (saving.state) {
    case 'saved': return saving.at ? words.saving.saved(saving.at.slice(11, 16)) : ''
    case 'refused': return words.saving.refused(saving.why)
    default: return words.saving[saving.state]
  }
}
