import { useParams } from 'react-router-dom'
import { words } from '@words/reports'
import { useFilters } from '../../address/use-filters'
import { useApi } from '../../api/use-api'
import { Day } from '../../components/day/day'
import { useSession } from '../../session/session'
import { Loading } from '../../shell/loading'
import { NotFoundPage } from '../../shell/not-found-page'
import { Page } from '../../shell/page'
import type { Report } from './figures'
import { MonthPicker } from './month-picker'
import { isMonth, monthInWords } from './months'
import { ReportLinks } from './report-links'
import { ReportPart } from './report-part'
import { sentenceOf } from './sentence'
import './reports.css'

type Which = 'timeliness' | 'volume' | 'outcomes' | 'agreement'

const noFilters = { month: '' }

/** The figures of a month: a sentence, then the picture, then the table. */
export default function ReportPage() {
  const { which = '' } = useParams()
  if (!(which in words.names)) return <NotFoundPage />
  return <Figures which={which as Which} />
}

function Figures({ which }: { which: Which }) {
  const { today } = useSession()!
  const [filters, change] = useFilters(noFilters)
  const month = isMonth(filters.month) ? filters.month : today.slice(0, 7)
  const { data } = useApi('/api/reports/{report}', { params: { report: which }, query: { month } }, { throwOnError: (_, { state }) => state.data === undefined, placeholderData: (before) => before })
  const shown = data?.report === which ? data : undefined
  return (
    <Page title={words.title(words.names[which]!, monthInWords(month))} heading={words.names[which]} aside={<MonthPicker month={month} today={today} onChange={(wanted) => change({ month: wanted === today.slice(0, 7) ? '' : wanted })} />}>
      <ReportLinks search={filters.month && `?month=${month}`} />
      {shown ? <Shown report={shown} /> : <Loading />}
    </Page>
  )
}

function Shown({ report }: { report: Report }) {
  const says = sentenceOf(report)
  if (report.sections.length === 0) return <p className="report__says">{words.empty}</p>
  return (
    <>
      <p className="report__says">{says}</p>
      <p className="report__note">{monthInWords(report.month)}. {words.asOf} <Day on={report.as_of} />. {report.report === 'outcomes' && words.baseRate}</p>
      {report.sections.map((part) => <ReportPart key={part.id} part={part} name={`${report.report}-${part.id}-${report.month}`} says={part.title} />)}
    </>
  )
}
