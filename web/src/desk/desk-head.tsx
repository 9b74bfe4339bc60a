import { Button } from '@trussworks/react-uswds'
import { words } from '@words/desk'
import { Due } from '../components/day/day'
import { isDemo } from '../shell/demo'
import { useDesk } from './desk-context'
import { SavedLine } from './notes/saved-line'
import { openHelp } from './signals'

/** Beside the heading: how the case stands, when it is due, and whether what was typed is kept. */
export function DeskHead() {
  const { desk } = useDesk()
  return (
    <div className="desk-head">
      <span>{desk.says}</span>
      {isDemo() && <strong>{words.demo}</strong>}
      {desk.due && <span>{words.due} <Due on={desk.due} today={desk.today} /></span>}
      <SavedLine />
      <Button type="button" unstyled onClick={() => openHelp.send()}>{words.keysButton} <kbd>?</kbd></Button>
    </div>
  )
}
