import { Button } from '@trussworks/react-uswds'
import { type FormEvent, useState } from 'react'
import { Navigate, useNavigate, useParams, useSearchParams } from 'react-router-dom'
import { words } from '@words/filing'
import { ErrorSummary, type FieldError } from '../components/errors/error-summary'
import { AskedField } from './form/field'
import { FilingPage } from './filing-page'
import { question, type Question, type StepId, stepsFor } from './questions'
import { errorsOn, firstOpen, inputOf } from './validate'
import { RecordsStep } from './steps/records-step'
import { TreatmentsStep } from './steps/treatments-step'
import { type Filing, useFiling } from './use-filing'

/** One page of the application. Whoever skips ahead lands on the first page that still lacks something. */
export default function StepPage() {
  const { step = '' } = useParams()
  const filing = useFiling()
  const steps = stepsFor(filing.answers)
  const at = steps.indexOf(step as StepId)
  const open = firstOpen(filing.answers, filing.today)
  if (at < 0 || (open !== null && at > steps.indexOf(open))) return <Navigate to={`/file/${open ?? 'check'}`} replace />
  return <Step key={step} at={at} steps={steps} filing={filing} />
}

function Step({ at, steps, filing }: { at: number; steps: StepId[]; filing: Filing }) {
  const [errors, setErrors] = useState<FieldError[]>([])
  const [params] = useSearchParams()
  const navigate = useNavigate()
  const changing = params.has('change')
  const asked = question(steps[at]!, filing.answers)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const wrong = errorsOn(asked.id, filing.answers, filing.today)
    setErrors(wrong)
    if (wrong.length > 0) return
    const complete = firstOpen(filing.answers, filing.today) === null
    void navigate(changing && complete ? '/file/check' : `/file/${steps[at + 1] ?? 'check'}`)
  }
  const back = changing ? '/file/check' : at === 0 ? '/file' : `/file/${steps[at - 1]}`
  return (
    <FilingPage title={asked.title} hint={asked.hint} back={back} progress={words.progress(at + 1, steps.length)} failed={errors.length > 0}>
      <ErrorSummary errors={errors} />
      <form className="filing__form" noValidate onSubmit={submit}>
        <Content asked={asked} filing={filing} errors={errors} />
        <div className="filing__acts">
          <Button type="submit">{words.next}</Button>
          <Button type="button" unstyled onClick={() => void navigate('/my-cases')}>{words.leave}</Button>
        </div>
        <p className="usa-hint">{words.kept}</p>
      </form>
    </FilingPage>
  )
}

function Content({ asked, filing, errors }: { asked: Question; filing: Filing; errors: FieldError[] }) {
  if (asked.id === 'treatments') return <TreatmentsStep filing={filing} errors={errors} />
  if (asked.id === 'records') return <RecordsStep account={filing.account} />
  const said = (field: string) => errors.find((error) => error.field === field)?.message
  return asked.asked.map((each) => (
    <AskedField
      key={each.field} asked={each} title={asked.title} error={said(inputOf(each))} value={filing.answers.fields[each.field] ?? ''}
      onChange={(value) => filing.set(each.field, value)}
    />
  ))
}
