import { Button } from '@trussworks/react-uswds'
import { useState } from 'react'
import { words } from '@words/determinations'
import { address } from '../../api/client'
import { letterAddress } from '../question'
import { citationOf, fileNameOf, type Letter } from './cite'

/** The ways to take a letter along: as a citation, as a file, on paper. */
export function Take({ letter }: { letter: Letter }) {
  const [said, setSaid] = useState('')
  const { letter: says } = words
  const citation = citationOf(letter, new URL(letterAddress(letter.id), location.origin).href)
  const file = address('/api/determinations/{id}', { params: { id: letter.id } })
  const name = fileNameOf(letter)
  // Without TLS a browser has no clipboard for pages.
  const copy = async () => navigator.clipboard.writeText(citation).then(() => setSaid(says.copied))
  return (
    <section aria-labelledby="cite">
      <h2 id="cite">{says.cite}</h2>
      <p className="letter__citation">{citation}</p>
      <p className="letter__take">
        <Button type="button" outline onClick={() => void copy().catch(() => setSaid(says.notCopied))}>{says.copy}</Button>
        <span role="status">{said}</span>
      </p>
      <h2>{says.download}</h2>
      <ul className="letter__files">
        {letter.text.trim() && <li><a className="usa-link" href={`${file}?format=pdf`} download={`${name}.pdf`}>{says.asPdf}</a></li>}
        <li><a className="usa-link" href={`${file}?format=text`} download={`${name}.txt`}>{says.asText}</a></li>
        <li><a className="usa-link" href={file} download={`${name}.json`}>{says.asJson}</a></li>
        <li><button type="button" className="usa-button usa-button--unstyled" onClick={() => print()}>{says.print}</button></li>
      </ul>
    </section>
  )
}
