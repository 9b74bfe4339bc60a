import { Button } from '@trussworks/react-uswds'
import { words } from '@words/acts'
import type { Sent } from './use-uploads'
import './records.css'

interface Props {
  all: Sent[]
  onRemove: (sent: Sent) => void
  onGoOn: (sent: Sent) => void
}

const percentOf = ({ file, sent }: Sent) => (file.size === 0 ? 100 : Math.floor((100 * sent) / file.size))
const mark = { sending: '…', stopped: '‖', done: '✓', failed: '✕' }

/** The files with how far each of them is. */
export function UploadList({ all, onRemove, onGoOn }: Props) {
  const { records } = words
  return (
    <ul className="uploads">
      {all.map((each) => {
        const { id, file, state, why } = each
        const percent = percentOf(each)
        return (
          <li key={id} className={`uploads__one uploads__one--${state}`}>
            <span className="uploads__name">{file.name}</span>
            <span className="uploads__state">
              <span aria-hidden="true">{mark[state]}</span> {records.states[state]}
              {(state === 'sending' || state === 'stopped') && <>, {records.sent(percent)}</>}
            </span>
            <progress className="uploads__bar" max={100} value={percent} aria-label={file.name} />
            {state === 'stopped' && <p>{records.stopped}</p>}
            {why && <p className="usa-error-message">{why}</p>}
            <span className="uploads__acts">
              {state === 'stopped' && <Button type="button" unstyled onClick={() => onGoOn(each)}>{records.goOn}</Button>}
              <Button type="button" unstyled aria-label={`${records.remove} ${file.name}`} onClick={() => onRemove(each)}>{records.remove}</Button>
            </span>
          </li>
        )
      })}
    </ul>
  )
}
