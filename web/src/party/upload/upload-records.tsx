import { Button } from '@trussworks/react-uswds'
import { useEffect, useRef, useState } from 'react'
import { words } from '@words/upload'
import { errorsOf } from '../../components/errors/error-summary'
import { recordName } from '../record-name'
import { FilePicker } from './file-picker'
import { Progress } from './progress'
import { type Received, useUploads } from './use-uploads'

/** Records on their way to a case: choose, send, see how far. What was `chosen` before goes off at once. */
export function UploadRecords({ number, chosen = [] }: { number: string; chosen?: File[] }) {
  const [files, setFiles] = useState(chosen)
  const { phase, start, stop, choose } = useUploads(number)
  useEffect(() => {
    if (chosen.length > 0) start(chosen)
  }, []) // once: what is chosen later waits for its button
  const more = () => {
    setFiles([])
    choose()
  }
  if (phase.name === 'received') return <Arrived received={phase.received} onMore={more} />
  if (phase.name === 'choosing') {
    return (
      <>
        <FilePicker files={files} onChange={setFiles} />
        {files.length > 0 && <Button type="button" onClick={() => start(files)}>{words.send(files.length)}</Button>}
      </>
    )
  }
  const stopped = phase.name === 'stopped'
  const paused = phase.rows.some(({ state }) => state === 'paused')
  return (
    <div className="upload">
      <Progress rows={phase.rows} />
      <div role="status">
        {paused && <p className="upload__paused">{words.paused}</p>}
        {phase.name === 'reading' && <p>{words.reading}</p>}
        {stopped && !phase.error && <p>{words.stopped}</p>}
      </div>
      {stopped && phase.error && <p role="alert" className="usa-error-message">{errorsOf(phase.error).map(({ message }) => message).join(' ')}</p>}
      {phase.name === 'sending' && <Button type="button" outline onClick={stop}>{words.stop}</Button>}
      {stopped && (
        <div className="upload__acts">
          <Button type="button" onClick={() => start(files)}>{words.again}</Button>
          <Button type="button" unstyled onClick={choose}>{words.choose}</Button>
        </div>
      )}
    </div>
  )
}

function Arrived({ received: { received, losses }, onMore }: { received: Received; onMore: () => void }) {
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => box.current?.focus(), [])
  return (
    <div className="upload">
      <div ref={box} tabIndex={-1} className="usa-alert usa-alert--success">
        <div className="usa-alert__body">
          <h2 className="usa-alert__heading">{words.received(received.length)}</h2>
          <ul className="usa-list usa-alert__text">{received.map(({ document, name }) => <li key={document + name}>{recordName(name)}</li>)}</ul>
          <p className="usa-alert__text">{words.receivedText(received.length)}</p>
          {losses.length > 0 && (
            <>
              <p className="usa-alert__text"><strong>{words.losses}</strong></p>
              <ul className="usa-list usa-alert__text">{losses.map((loss) => <li key={loss}>{loss}</li>)}</ul>
              <p className="usa-alert__text">{words.lossesText}</p>
            </>
          )}
        </div>
      </div>
      <Button type="button" outline onClick={onMore}>{words.more}</Button>
    </div>
  )
}
