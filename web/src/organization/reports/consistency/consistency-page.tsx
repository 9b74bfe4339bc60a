import { keepPreviousData } from '@tanstack/react-query'
import { useMemo } from 'react'
import { useSearchParams } from 'react-router-dom'
import { words } from '@words/reports'
import { useApi } from '../../../api/use-api'
import { Chosen } from '../../../published/chosen'
import { Days } from '../../../published/days'
import { fieldsOr } from '../../../published/fields'
import { Problem } from '../../../published/problem'
import { type Narrowing, paramsOf, readNarrowing, written } from '../../../published/question'
import { AddCondition } from '../../../published/statistics/add-condition'
import { Loading } from '../../../shell/loading'
import { Page } from '../../../shell/page'
import { ReportLinks } from '../report-links'
import { Pairs } from './pairs'
import '../../../published/published.css'
import '../../../published/statistics/statistics.css'
import '../reports.css'
import './consistency.css'

const { consistency: say } = words
const usual = 70
const shares = [60, 70, 80, 90, 100]

/** Items nearly the same that were decided differently, with what the records differ in. For the medical director. */
export default function ConsistencyPage() {
  const [{ narrowing, least }, change] = useAsked()
  const { where, from, until } = narrowing
  const query = { where: where.map(written), from, until, least }
  const { data, error, isPlaceholderData, refetch } = useApi('/api/reports/consistency', { query }, { placeholderData: keepPreviousData })
  return (
    <Page title={say.title}>
      <ReportLinks />
      <section className="choose consistency__choose" aria-label={say.choose}>
        <div className="choose__by consistency__least">
          <label className="usa-label" htmlFor="least">{say.least}</label>
          <select className="usa-select" id="least" value={least} onChange={({ target }) => change({ least: Number(target.value) })}>
            {(shares.includes(least) ? shares : [...shares, least].sort()).map((each) => <option key={each} value={each}>{say.percent(each)}</option>)}
          </select>
        </div>
        <AddCondition fields={fieldsOr([])} narrowing={narrowing} onAdd={(wanted) => change({ where: wanted })} />
        <Days legend={say.dates} from={from} until={until} onApply={change} />
      </section>
      <Chosen narrowing={narrowing} onChange={change} />
      {error && <Problem error={error} onAgain={() => void refetch()} />}
      {!error && !data && <Loading label={say.loading} />}
      {!error && data && <Pairs consistency={data} busy={isPlaceholderData} />}
    </Page>
  )
}

function useAsked() {
  const [params, setParams] = useSearchParams()
  const asked = useMemo(() => {
    const least = Number(params.get('least'))
    return { narrowing: readNarrowing(params), least: Number.isInteger(least) && least >= 50 && least <= 100 ? least : usual }
  }, [params])
  const change = (wanted: Partial<Narrowing> & { least?: number }) => {
    const { least, ...narrowing } = { least: asked.least, ...asked.narrowing, ...wanted }
    const next = paramsOf(narrowing)
    if (least !== usual) next.set('least', String(least))
    setParams(next, { preventScrollReset: true })
  }
  return [asked, change] as const
}
