import { Button } from '@trussworks/react-uswds'
import { type FormEvent, type RefObject, useState } from 'react'
import { words } from '@words/determinations'
import { singleKeys } from '../../desk/use-keys'
import type { Question } from '../question'
import { useTyped } from '../use-typed'

interface Props {
  box: RefObject<HTMLInputElement>
  question: Question
  onAsk: (change: Partial<Question>) => void
}

/** The box. It asks when it is sent, never while one types. */
export function SearchForm({ box, question, onAsk }: Props) {
  const [typed, setTyped] = useTyped(question.q)
  const ask = (event: FormEvent) => {
    event.preventDefault()
    onAsk({ q: typed.trim() })
  }
  return (
    <form className="search__form" role="search" onSubmit={ask}>
      <label className="usa-label" htmlFor="q">{words.search.label}</label>
      <div className="search__box">
        <input ref={box} className="usa-input" id="q" type="search" maxLength={2000} autoComplete="off" spellCheck={false} enterKeyHint="search" value={typed} onChange={({ target }) => setTyped(target.value)} />
        <Button type="submit">{words.search.button}</Button>
      </div>
      <HowToAsk />
    </form>
  )
}

function HowToAsk() {
  const [keys, setKeys] = useState(singleKeys.on)
  const choose = (on: boolean) => {
    singleKeys.set(on)
    setKeys(on)
  }
  const { how, examples, brands, key } = words.search
  return (
    <details className="published__more search__how">
      <summary>{how}</summary>
      <dl>
        {examples.map(({ ask, finds }) => (
          <div key={ask}>
            <dt><code>{ask}</code></dt>
            <dd>{finds}</dd>
          </div>
        ))}
      </dl>
      <p>{brands}</p>
      <div className="usa-checkbox">
        <input className="usa-checkbox__input" id="single-keys" type="checkbox" checked={keys} onChange={({ target }) => choose(target.checked)} />
        <label className="usa-checkbox__label" htmlFor="single-keys">{key}</label>
      </div>
    </details>
  )
}
