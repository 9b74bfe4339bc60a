import { Button } from '@trussworks/react-uswds'
import { useEffect, useRef } from 'react'
import { words } from '@words/work'
import { words as shell } from '@words/shell'
import { useFilters } from '../address/use-filters'
import type { Role } from '../api/types'
import { caseAddress, deskAddress } from '../case/addresses'
import { useSession } from '../session/session'
import { announce } from '../shell/announcer'
import { Loading } from '../shell/loading'
import { Page } from '../shell/page'
import { useWork } from './use-work'
import { type Filters, WorkFilters } from './work-filters'
import { WorkTable } from './work-table'
import './work.css'

const noFilters: Filters = { role: '', overdue: '' }

/** What waits for whom: the first due first, fifty at a time. */
export default function WorkPage() {
  const own = useSession()!.role
  const [filters, change] = useFilters(noFilters)
  const role = own === 'review' ? '' : filters.role
  const overdue = filters.overdue === 'yes'
  const work = useWork({ ...(role && { role }), ...(overdue && { overdue }) })
  useSayMore(work.rows.length, work.data?.pages.length ?? 0)
  const { figures, rows } = work
  const word = shell.roles[(role || own) as Role] ?? role
  const title = own === 'review' ? words.mine : words.of(word)
  return (
    <Page title={title}>
      {!figures ? <Loading /> : (
        <>
          <div className="work__top">
            <Counts total={figures.total} overdue={figures.overdue} dueToday={figures.due_today} />
            <WorkFilters own={own} filters={filters} onChange={change} />
          </div>
          {work.isError && <p className="work__stale" role="status">{words.stale}</p>}
          {rows.length === 0
            ? <Empty own={own} role={role} overdue={overdue} onAll={() => change({ overdue: '' })} />
            : <WorkTable rows={rows} today={figures.today} to={own === 'review' ? deskAddress : caseAddress} showWho={own !== 'review'} />}
          {rows.length > 0 && (
            <p className="work__end">
              {words.shown(rows.length, overdue ? figures.overdue : figures.total)}
              {work.hasNextPage && (
                <Button type="button" outline disabled={work.isFetchingNextPage} onClick={() => void work.fetchNextPage()}>{words.loadMore}</Button>
              )}
            </p>
          )}
        </>
      )}
    </Page>
  )
}

function Counts({ total, overdue, dueToday }: { total: number; overdue: number; dueToday: number }) {
  const [one, many] = words.counts.total
  const figures = [
    { figure: total, word: total === 1 ? one : many, kind: 'total' },
    { figure: overdue, word: words.counts.overdue, kind: overdue > 0 ? 'late' : 'none' },
    { figure: dueToday, word: words.counts.dueToday, kind: 'today' },
  ]
  return (
    <ul className="work__counts">
      {figures.map(({ figure, word, kind }) => (
        <li key={word} className={`work__count work__count--${kind}`}>
          <strong>{figure.toLocaleString('en-US')}</strong> {word}
        </li>
      ))}
    </ul>
  )
}

function Empty({ own, role, overdue, onAll }: { own: Role; role: string; overdue: boolean; onAll: () => void }) {
  const { empty } = words
  const text = role ? empty.other(shell.roles[role as Role] ?? role) : own === 'review' ? empty.review : empty.own
  return (
    <div className="work__empty">
      <h2>{overdue ? empty.overdue : empty.title}</h2>
      {overdue ? <Button type="button" outline onClick={onAll}>{empty.showAll}</Button> : <p>{text}</p>}
    </div>
  )
}

function useSayMore(rows: number, pages: number): void {
  const before = useRef({ rows, pages })
  useEffect(() => {
    if (pages > 1 && pages > before.current.pages) announce(words.loaded(rows - before.current.rows))
    before.current = { rows, pages }
  }, [rows, pages])
}
