import { keepPreviousData } from '@tanstack/react-query'
import { useMemo } from 'react'
import { useSearchParams } from 'react-router-dom'
import { words } from '@words/statistics'
import { useApi } from '../../../api/use-api'
import { Loading } from '../../../shell/loading'
import { Page } from '../../../shell/page'
import { Chosen } from '../../chosen'
import { fieldsOr } from '../../fields'
import { Problem } from '../../problem'
import { type Condition, readNarrowing, written } from '../../question'
import { AddCondition } from '../add-condition'
import { Ways } from '../ways'
import { Compared } from './compared'
import { halvesOf, periodParams, type Periods, readPeriods } from './period'
import { PeriodsForm } from './periods-form'
import '../../published.css'
import '../statistics.css'
import './periods.css'

/** Two periods compared: in a sentence, as a picture, as a table, as a file. The question is the address. */
export default function PeriodsPage() {
  const [{ periods, where }, change] = usePeriods()
  const { data, error, refetch } = useApi('/api/statistics', { query: { by: 'month', where: where.map(written) } }, { placeholderData: keepPreviousData })
  const months = useMemo(() => (data?.rows ?? []).flatMap(({ value }) => (value === null ? [] : [value])), [data])
  const narrowing = { where, from: '', until: '' }
  return (
    <Page title={words.periods.title} lead={words.periods.lead}>
      <Ways where={where} />
      {error && <Problem error={error} onAgain={() => void refetch()} />}
      {!error && !data && <Loading />}
      {!error && data && (
        <>
          <section className="choose" aria-label={words.choose}>
            <PeriodsForm months={months} periods={periods ?? halvesOf(months)} onCompare={(wanted) => change({ periods: wanted })} />
            <AddCondition fields={fieldsOr(data.fields)} narrowing={narrowing} onAdd={(wanted) => change({ where: wanted })} />
          </section>
          <Chosen narrowing={narrowing} onChange={(wanted) => change({ where: wanted.where ?? where })} />
          {periods && <Compared periods={periods} where={where} />}
        </>
      )}
    </Page>
  )
}

interface Asked {
  periods: Periods | null
  where: Condition[]
}

function usePeriods() {
  const [params, setParams] = useSearchParams()
  const asked = useMemo<Asked>(() => ({ periods: readPeriods(params), where: readNarrowing(params).where }), [params])
  const change = (wanted: Partial<Asked>) => {
    const next = { ...asked, ...wanted }
    setParams(periodParams(next.periods, next.where), { preventScrollReset: true })
  }
  return [asked, change] as const
}
