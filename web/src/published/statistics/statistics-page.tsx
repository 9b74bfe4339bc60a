import { keepPreviousData } from '@tanstack/react-query'
import { useMemo } from 'react'
import { useSearchParams } from 'react-router-dom'
import { words } from '@words/statistics'
import { useApi } from '../../api/use-api'
import { Loading } from '../../shell/loading'
import { Page } from '../../shell/page'
import { Chosen } from '../chosen'
import { Problem } from '../problem'
import { type Narrowing, paramsOf, readNarrowing, written } from '../question'
import { Choose } from './choose'
import { Figures } from './figures'
import { Ways } from './ways'
import '../published.css'
import './statistics.css'

/** How published items were decided: in a sentence, as a picture, as a table, as a file. The question is the address. */
export default function StatisticsPage() {
  const [{ by, narrowing, sort }, change] = useCounting()
  const { where, from, until } = narrowing
  const query = { by, where: where.map(written), from, until }
  const { data, error, isPlaceholderData, refetch } = useApi('/api/statistics', { query }, { placeholderData: keepPreviousData })
  return (
    <Page title={words.title} lead={words.lead}>
      <Ways where={where} />
      <Choose by={by} fields={data?.fields ?? []} narrowing={narrowing} onChange={change} />
      <Chosen narrowing={narrowing} onChange={change} />
      {error && <Problem error={error} onAgain={() => void refetch()} />}
      {!error && !data && <Loading />}
      {!error && data && (
        <Figures statistics={data} narrowing={narrowing} busy={isPlaceholderData} sort={sort} onSort={(wanted) => change({ sort: wanted })} />
      )}
    </Page>
  )
}

interface Counting extends Narrowing {
  by: string
  sort: string
}

const usual = 'category'

// Each change is a step that the back button takes back; another order of the table is none.
function useCounting() {
  const [params, setParams] = useSearchParams()
  const read = useMemo(() => ({ by: params.get('by') || usual, narrowing: readNarrowing(params), sort: params.get('sort') ?? '' }), [params])
  const change = (wanted: Partial<Counting>) => {
    const { by, sort, ...narrowing } = { by: read.by, sort: wanted.by ? '' : read.sort, ...read.narrowing, ...wanted }
    const next = paramsOf(narrowing)
    if (by !== usual) next.set('by', by)
    if (sort) next.set('sort', sort)
    setParams(next, { preventScrollReset: true, replace: wanted.sort !== undefined })
  }
  return [read, change] as const
}
