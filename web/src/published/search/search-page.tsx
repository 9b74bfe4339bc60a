import { useRef } from 'react'
import { words } from '@words/determinations'
import { useKeys } from '../../desk/use-keys'
import { Loading } from '../../shell/loading'
import { Page } from '../../shell/page'
import { Problem } from '../problem'
import { Facets } from './facets'
import { Follow } from './follow'
import { Results } from './results'
import { SavedList } from './saved-list'
import { SearchForm } from './search-form'
import { useQuestion } from './use-question'
import { useSaved } from './use-saved'
import { useFacets, useSearch } from './use-search'
import '../published.css'
import './search.css'

/** Published determinations, found by words and fields. The whole question stands in the address. */
export default function SearchPage() {
  const [question, change] = useQuestion()
  const box = useRef<HTMLInputElement>(null)
  const { data, error, isPlaceholderData, refetch } = useSearch(question)
  const facets = useFacets(question, data?.facets ?? [])
  const searches = useSaved()
  useKeys({ '/': () => box.current?.focus() })
  return (
    <Page title={words.title} lead={words.lead}>
      <SearchForm box={box} question={question} onAsk={change} />
      <SavedList searches={searches} />
      {error && <Problem error={error} onAgain={() => void refetch()} />}
      {!error && !data && <Loading />}
      {!error && data && (
        <div className="search">
          <Facets facets={facets} question={question} onChange={change} />
          <Results answer={data} question={question} busy={isPlaceholderData} onChange={change}>
            <Follow question={question} searches={searches} />
          </Results>
        </div>
      )}
    </Page>
  )
}
