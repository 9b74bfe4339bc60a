import { Button, Checkbox } from '@trussworks/react-uswds'
import { useState } from 'react'
import { words } from '@words/desk'
import { Dialog } from '../components/dialog/dialog'
import { singleKeys } from './use-keys'

/** The keys, and the way to switch them off (WCAG 2.1.4). */
export function HelpDialog({ open, onClose }: { open: boolean; onClose: () => void }) {
  const [on, setOn] = useState(singleKeys.on)
  const turn = (wanted: boolean) => {
    singleKeys.set(wanted)
    setOn(wanted)
  }
  return (
    <Dialog open={open} title={words.keys.title} onClose={onClose}>
      <p>{words.keys.intro}</p>
      <dl className="keys">
        {words.keys.list.map(([key, does]) => (
          <div key={key}>
            <dt><kbd>{key}</kbd></dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
      <Checkbox id="single-keys" name="single-keys" label={words.keys.on} checked={on} onChange={(event) => turn(event.target.checked)} />
      <Button type="button" onClick={onClose}>{words.keys.close}</Button>
    </Dialog>
  )
}
