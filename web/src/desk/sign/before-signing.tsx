import { Button } from '@trussworks/react-uswds'
import { useState } from 'react'
import { words } from '@words/desk'
import { useApi } from '../../api/use-api'
import { useDesk } from '../desk-context'
import { Problem } from '../problem'
import { MissingList } from './missing-list'
import { SignDialog } from './sign-dialog'
import { SubmitDialog } from './submit-dialog'
import { WhyDialog } from './why-dialog'

const letterAddress = (number: string) => `/api/cases/${encodeURIComponent(number)}/letter?format=pdf`
type Open = 'submit' | 'sign' | 'back' | 'decline' | null

/** What is left to do before the signature, and the acts that end the work: submit, sign, take back. */
export function BeforeSigning() {
  const { number, desk, can } = useDesk()
  const [open, setOpen] = useState<Open>(null)
  const asked = { params: { number } }
  const letter = useApi('/api/cases/{number}/letter', asked)
  const record = useApi('/api/cases/{number}', asked)
  const [tried, setTried] = useState(false)
  const close = () => setOpen(null)
  const items = desk.items.filter((item) => item.open)
  const undecided = items.filter(({ decided }) => decided === null)
  const submit = () => (undecided.length > 0 ? setTried(true) : setOpen('submit'))
  const me = record.data?.reviewers?.find(({ reviewer }) => reviewer === desk.me)
  const missing = letter.data?.missing.filter(({ soft }) => !soft) ?? []
  const hints = (letter.data?.missing.length ?? 0) - missing.length
  const signed = record.data?.letters.at(-1)?.pdf
  return (
    <section className="signing" aria-label={words.signing.title}>
      <strong className="signing__title">{words.signing.title}</strong>
      <ul className="signing__checks">
        <Check ok={undecided.length === 0 && items.length > 0} says={words.signing.decided(items.length - undecided.length, items.length)} />
        <Check ok={me?.accepted ?? false} says={me?.accepted ? words.signing.attested : words.signing.notAttested} />
        {letter.data
          ? <Check ok={missing.length === 0} says={missing.length === 0 ? words.signing.complete : words.signing.missing(missing.length)} />
          : <Check ok={false} says={words.signing.unknown} />}
      </ul>
      {(letter.data?.missing.length ?? 0) > 0 && <MissingList missing={letter.data!.missing} hints={hints} />}
      <Problem missing={tried && undecided.length > 0 ? words.signing.undecided(undecided.map(({ item }) => item)) : null} />
      <div className="signing__acts">
        {me?.signed
          ? <a className="usa-link" href={signed ? `/api/cases/${encodeURIComponent(number)}/documents/${signed}` : letterAddress(number)} target="_blank" rel="noreferrer">{words.signing.letter}</a>
          : letter.data && <a className="usa-link" href={letterAddress(number)} target="_blank" rel="noreferrer">{words.signing.preview}</a>}
        {can('conflict-found') && <Button type="button" unstyled onClick={() => setOpen('decline')}>{words.giveBack}</Button>}
        {can('taken-back') && <Button type="button" unstyled onClick={() => setOpen('back')}>{words.signing.takeBack}</Button>}
        {can('submitted') && <Button type="button" onClick={submit}>{words.signing.submit}</Button>}
        {can('signed') && <Button type="button" onClick={() => setOpen('sign')}>{words.signing.sign}</Button>}
      </div>
      <p role="status" className="usa-sr-only">{me?.signed && words.signing.signed}</p>
      {open === 'submit' && <SubmitDialog onClose={close} />}
      {open === 'sign' && <SignDialog onClose={close} missing={missing} />}
      {open === 'back' && <WhyDialog way="back" onClose={close} />}
      {open === 'decline' && <WhyDialog way="decline" onClose={close} />}
    </section>
  )
}

function Check({ ok, says }: { ok: boolean; says: string }) {
  return (
    <li className={ok ? 'signing__check signing__check--ok' : 'signing__check'}>
      <span aria-hidden="true">{ok ? '✓' : '○'}</span> {says} <span className="usa-sr-only">({ok ? words.signing.ok : words.signing.open})</span>
    </li>
  )
}
