import { words } from '@words/filing'
import { FilePicker } from '../../party/upload/file-picker'
import { usePicked } from '../picked'

const said = words.records

export function RecordsStep({ account }: { account: string }) {
  const [files, keep] = usePicked(account)
  return (
    <>
      <div className="usa-alert usa-alert--info usa-alert--slim usa-alert--no-icon filing__note">
        <div className="usa-alert__body"><p className="usa-alert__text">{said.denial}</p></div>
      </div>
      <FilePicker files={files} onChange={keep} />
      {files.length > 0 && <p className="usa-hint">{said.reload}</p>}
    </>
  )
}
