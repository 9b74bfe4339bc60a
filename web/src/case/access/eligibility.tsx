import { words } from '@words/case'
import type { Answer, Role } from '../../api/types'
import { type Column, DataTable } from '../../components/table/data-table'
import { Section } from '../aside/section'
import type { Case } from '../use-case'
import { useEligibility } from './use-eligibility'
import './eligibility.css'

type Rule = Answer<'get', '/api/cases/{number}/eligibility'>['rules'][number]

const marks: Record<string, string> = { holds: '●', fails: '✕', unknown: '○' }

/** The rules of eligibility with their answers and what they propose; a person decides. */
export function Eligibility({ read, role }: { read: Case; role: Role }) {
  const { data } = useEligibility(read, role)
  if (!data) return null
  const say = words.eligibility
  const columns: Column<Rule>[] = [
    { id: 'answer', title: say.columns.answer, cell: ({ answer }) => <Answered answer={answer} /> },
    { id: 'rule', title: say.columns.rule, heading: true, cell: ({ rule, says, section }) => <span className="eligibility__rule"><span>{rule} {says}</span> <small>{section}</small></span> },
    { id: 'words', title: say.columns.words, cell: (rule) => rule.words },
  ]
  return (
    <Section title={say.title}>
      <p><strong>{say.proposes[data.proposes] ?? say.other(data.proposes)}</strong> {say.person}</p>
      <DataTable caption={say.title} hideCaption columns={columns} rows={data.rules} rowKey={({ rule }) => rule} />
    </Section>
  )
}

function Answered({ answer }: { answer: string }) {
  return <span className={`eligibility eligibility--${answer}`}><span aria-hidden="true">{marks[answer]}</span> {words.eligibility.answers[answer] ?? answer}</span>
}
