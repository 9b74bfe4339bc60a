import { Button } from '@trussworks/react-uswds'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { Link } from 'react-router-dom'
import { words } from '@words/assign'
import { words as shell } from '@words/shell'
import { send } from '../../api/client'
import type { ApiError } from '../../api/problem'
import { Dialog } from '../../components/dialog/dialog'
import { Day } from '../../components/day/day'
import { errorsOf, ErrorSummary } from '../../components/errors/error-summary'
import { Loading } from '../../shell/loading'
import { Page } from '../../shell/page'
import { Proposals, type Result, Unassigned } from './proposals'
import './assign.css'

const ask = async (dry_run: boolean): Promise<Result> => (await send('post', '/api/assignments', { body: { dry_run } })).data

/** The assignment of the day: first only shown, with every reason; recorded when a person says so. */
export default function AssignPage() {
  const queries = useQueryClient()
  const [asking, setAsking] = useState(false)
  const shown = useQuery<Result, ApiError>({ queryKey: ['assignment as proposed'], queryFn: () => ask(true), staleTime: Infinity, gcTime: 0, refetchOnWindowFocus: false, throwOnError: (_, { state }) => state.data === undefined })
  const recorded = useMutation<Result, ApiError>({ mutationFn: () => ask(false), onSuccess: () => queries.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'assignment as proposed' }) })
  const propose = () => {
    setAsking(false)
    recorded.mutate()
  }
  const anew = () => {
    recorded.reset()
    void shown.refetch()
  }
  const result = recorded.data ?? (shown.isFetching ? undefined : shown.data)
  const open = result?.proposals.length ?? 0
  return (
    <Page title={words.title} lead={words.lead}>
      <ErrorSummary errors={recorded.error ? errorsOf(recorded.error) : noErrors} />
      {!result ? <Loading label={words.working} /> : (
        <>
          {recorded.data ? <Recorded result={recorded.data} /> : result.cases > 0 && <p className="assign__sum">{words.sum(open, result.cases, result.reviewers)} <Day on={result.day} /></p>}
          <div className="form__acts assign__acts">
            {!recorded.data && open > 0 && <Button type="button" disabled={recorded.isPending} onClick={() => setAsking(true)}>{words.all}</Button>}
            <Button type="button" outline={open > 0} onClick={anew}>{words.again}</Button>
          </div>
          {result.cases === 0 ? <Nothing /> : (
            <>
              <Proposals proposals={result.proposals} recorded={recorded.isSuccess} />
              <Unassigned unassigned={result.unassigned} />
            </>
          )}
        </>
      )}
      <Dialog open={asking} title={words.sure.title} onClose={() => setAsking(false)}>
        <p>{words.sure.text(open)}</p>
        <div className="form__acts">
          <Button type="button" onClick={propose}>{words.sure.yes}</Button>
          <Button type="button" unstyled onClick={() => setAsking(false)}>{shell.cancel}</Button>
        </div>
      </Dialog>
    </Page>
  )
}

const noErrors: never[] = []

function Recorded({ result }: { result: Result }) {
  const done = result.proposals.filter(({ recorded }) => recorded === 'recorded').length
  return (
    <div className="usa-alert usa-alert--success" role="status">
      <div className="usa-alert__body"><p className="usa-alert__text"><strong>{words.done(done)}</strong> {words.goOn}</p></div>
    </div>
  )
}

function Nothing() {
  const { title, text, work } = words.nothing
  return (
    <div className="assign__nothing">
      <h2>{title}</h2>
      <p>{text} <Link className="usa-link" to="/work">{work}</Link></p>
    </div>
  )
}
