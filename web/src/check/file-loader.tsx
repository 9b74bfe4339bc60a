import { useState } from 'react'
import { words } from '@words/check'
import { readText } from './read-text'

/** Puts a text file into the notes, in the browser: nothing is sent. */
export function FileLoader({ onText }: { onText: (text: string) => void }) {
  const [said, setSaid] = useState<{ text: string; wrong: boolean } | null>(null)
  const load = async (input: HTMLInputElement) => {
    const file = input.files?.[0]
    if (!file) return
    const text = await readText(file)
    input.value = ''
    if (text === null) return setSaid({ text: words.file.wrong, wrong: true })
    onText(text)
    setSaid({ text: words.file.loaded(file.name), wrong: false })
  }
  return (
    <div className="check__file">
      <label className="usa-label" htmlFor="file">{words.file.label}</label>
      <span className="usa-hint" id="file-hint">{words.file.hint}</span>
      <input
        className="check__file-input" id="file" type="file" accept=".txt,.md,.text,text/plain" aria-describedby="file-hint"
        onChange={(event) => void load(event.target)}
      />
      <div role="status">{said && <p className={said.wrong ? 'usa-error-message' : 'usa-hint'}>{said.text}</p>}</div>
    </div>
  )
}
