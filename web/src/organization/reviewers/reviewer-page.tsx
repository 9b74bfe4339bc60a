import { Button } from '@trussworks/react-uswds'
import { useState } from 'react'
import { useParams } from 'react-router-dom'
import { words } from '@words/reviewers'
import type { Answer } from '../../api/types'
import { useApi } from '../../api/use-api'
import { Section } from '../../case/aside/section'
import { type Column, DataTable } from '../../components/table/data-table'
import { useSession } from '../../session/session'
import { Loading } from '../../shell/loading'
import { Page } from '../../shell/page'
import { EditReviewer } from './edit-reviewer'
import { Holds } from './holds'
import { Leave } from './leave'
import { OnFileList } from './on-file-list'
import { onFile } from './shape'
import './reviewers.css'

type Rule = Answer<'get', '/api/reviewers/{id}'>['rules'][number]

/** A reviewer: every rule with its answer, and what is on file, to be changed by assignment. */
export default function ReviewerPage() {
  const { id = '' } = useParams()
  const changes = useSession()!.role === 'assign'
  const [editing, setEditing] = useState(false)
  const [said, setSaid] = useState('')
  const { data } = useApi('/api/reviewers/{id}', { params: { id } }, { throwOnError: (_, { state }) => state.data === undefined })
  if (!data) return <Page title={words.one(id)}><Loading /></Page>
  const lead = !data.active ? words.left : data.rules.every(({ holds }) => holds) ? words.mayNow : words.mayNot
  return (
    <Page title={words.one(id)} lead={lead}>
      <p role="status">{said}</p>
      <Section title={words.rules.title}>
        <DataTable caption={words.rules.title} hideCaption columns={columns} rows={data.rules} rowKey={({ rule }) => rule} />
      </Section>
      <Section title={words.file}>
        {editing
          ? <EditReviewer start={onFile(data.reviewer)} onCancel={() => setEditing(false)} onKept={() => { setEditing(false); setSaid(words.kept) }} />
          : (
            <>
              <OnFileList data={onFile(data.reviewer)} />
              {changes && data.active && <div className="form__acts"><Button type="button" onClick={() => { setSaid(''); setEditing(true) }}>{words.edit}</Button><Leave id={id} /></div>}
            </>
          )}
      </Section>
    </Page>
  )
}

const columns: Column<Rule>[] = [
  { id: 'answer', title: words.rules.answer, cell: ({ holds }) => <Holds holds={holds} yes={words.rules.holds} no={words.rules.fails} /> },
  { id: 'rule', title: words.rules.rule, heading: true, cell: ({ rule }) => rule },
  { id: 'words', title: words.rules.words, cell: ({ words: why, section }) => <>{why} <small>{section}</small></> },
]
