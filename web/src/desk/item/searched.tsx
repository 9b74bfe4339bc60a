import { words } from '@words/desk'
import type { Searched } from '../types'

/** What was searched for something that is not documented: how much, where not, and by which words. */
export function SearchedList({ searched }: { searched: Searched }) {
  const { documents, pages, blank_pages, repeated_pages, unreadable_pages, unreadable, sections, words: terms } = searched
  return (
    <div className="searched">
      <p>{words.searched.searchedPages(documents, pages)}. {words.searched.left(blank_pages, repeated_pages)}</p>
      {unreadable_pages === 0
        ? <p>{words.searched.allReadable}</p>
        : <><p className="searched__unreadable">{words.searched.unreadable(unreadable_pages)}</p><ul>{unreadable.map((each) => <li key={each}>{each}</li>)}</ul></>}
      <dl>
        {sections.length > 0 && <><dt>{words.searched.sections}</dt><dd>{sections.join(', ')}</dd></>}
        {terms.length > 0 && <><dt>{words.searched.words}</dt><dd>{terms.join(', ')}</dd></>}
      </dl>
      <p className="searched__caution">{words.searched.caution}</p>
    </div>
  )
}
