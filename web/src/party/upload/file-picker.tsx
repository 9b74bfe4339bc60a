import { Button } from '@trussworks/react-uswds'
import { useId, useRef, useState } from 'react'
import { words } from '@words/upload'
import { announce } from '../../shell/announcer'
import { accepted, type Refusal } from './accepted'
import { usePages } from './count-pages'
import { describe } from './describe'
import './upload.css'

/** Chooses files by the keyboard, the mouse or by dropping them; lists them with their pages and size. */
export function FilePicker({ files, onChange }: { files: File[]; onChange: (files: File[]) => void }) {
  const [refused, setRefused] = useState<Refusal[]>([])
  const input = useRef<HTMLInputElement>(null)
  const id = useId()
  const pages = usePages(files)
  const choose = (chosen: FileList | null) => {
    const { kept, refusals } = accepted(files, [...(chosen ?? [])])
    setRefused(refusals)
    onChange(kept)
    if (input.current) input.current.value = ''
  }
  const remove = (file: File) => {
    onChange(files.filter((each) => each !== file))
    announce(words.removed(file.name))
    input.current?.focus()
  }
  return (
    <div className="upload">
      <label className="usa-label" htmlFor={id}>{words.choose}</label>
      <span className="usa-hint" id={`${id}-hint`}>{words.hint}</span>
      <div role="alert">
        {refused.map(({ name, why }) => <p key={name + why} className="usa-error-message">{words.refused[why](name)}</p>)}
      </div>
      <input
        ref={input} id={id} className="upload__input" type="file" multiple aria-describedby={`${id}-hint`}
        onChange={(event) => choose(event.target.files)}
      />
      {files.length > 0 && (
        <>
          <p className="upload__heading">{words.chosen}</p>
          <ul className="upload__files">
            {files.map((file, at) => (
              <li key={`${file.name} ${file.size} ${file.lastModified}`}>
                <span className="upload__name">{file.name}</span>
                <span className="upload__about">{describe([file], [pages[at]])}</span>
                <Button type="button" unstyled onClick={() => remove(file)}>
                  {words.remove}<span className="usa-sr-only"> {file.name}</span>
                </Button>
              </li>
            ))}
          </ul>
          {files.length > 1 && <p className="upload__all">{words.all(files.length, '', describe(files, pages))}</p>}
        </>
      )}
    </div>
  )
}
