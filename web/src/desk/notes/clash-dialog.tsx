import { Button, ButtonGroup, Radio } from '@trussworks/react-uswds'
import { useState } from 'react'
import { words } from '@words/desk'
import { Dialog } from '../../components/dialog/dialog'
import { useDesk } from '../desk-context'
import type { Clash } from './merge'

const idOf = ({ item, field }: Clash) => `clash-${item}-${field}`

/** Two tabs changed the same words: both are shown, and the reviewer chooses. */
export function ClashDialog() {
  const { keeper, saving } = useDesk().notes
  const [theirs, setTheirs] = useState<ReadonlySet<string>>(new Set())
  const clashes = saving.state === 'clash' ? saving.merged.clashes : []
  const take = (id: string, wanted: boolean) => setTheirs((now) => new Set(wanted ? [...now, id] : [...now].filter((each) => each !== id)))
  const settle = (chosen: (clash: Clash) => boolean) => {
    keeper.choose(chosen)
    setTheirs(new Set())
  }
  return (
    <Dialog open={clashes.length > 0} title={words.clash.title} onClose={() => undefined}>
      <p>{words.clash.text}</p>
      {clashes.map((clash) => {
        const id = idOf(clash)
        const theirsChosen = theirs.has(id)
        return (
          <fieldset className="usa-fieldset clash" key={id}>
            <legend className="usa-legend">{words.clash.field(clash.item, clash.field)}</legend>
            <Radio id={`${id}-mine`} name={id} label={words.clash.mine} checked={!theirsChosen} onChange={() => take(id, false)} />
            <blockquote>{clash.mine || words.clash.empty}</blockquote>
            <Radio id={`${id}-theirs`} name={id} label={words.clash.theirs} checked={theirsChosen} onChange={() => take(id, true)} />
            <blockquote>{clash.theirs || words.clash.empty}</blockquote>
          </fieldset>
        )
      })}
      <ButtonGroup>
        <Button type="button" onClick={() => settle((clash) => theirs.has(idOf(clash)))}>{words.clash.keep}</Button>
        <Button type="button" outline onClick={() => settle(() => true)}>{words.clash.allTheirs}</Button>
      </ButtonGroup>
    </Dialog>
  )
}
