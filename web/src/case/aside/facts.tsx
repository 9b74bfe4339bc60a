import type { ReactNode } from 'react'
import { Link } from 'react-router-dom'
import { words } from '@words/case'
import { Day } from '../../components/day/day'
import { reviewerAddress } from '../addresses'
import type { Case } from '../use-case'
import { formatCents } from './money'
import { Section } from './section'

export function Dates({ dates }: { dates: Case['dates'] }) {
  const known = Object.entries(dates).filter((each): each is [string, string] => each[1] !== null)
  if (known.length === 0) return null
  return (
    <Section title={words.dates.title}>
      <Facts facts={known.map(([name, day]) => [words.dates.names[name] ?? sentence(name), <Day key={name} on={day} />])} />
    </Section>
  )
}

export function Fees({ fee, invoiced }: { fee: Case['fee']; invoiced: number | null }) {
  const facts: [string, ReactNode][] = [
    ...(fee ? [[fee.section ? `${fee.says} (${fee.section})` : fee.says, formatCents(fee.cents)] as [string, ReactNode]] : []),
    [words.fees.invoiced, invoiced === null ? words.fees.notInvoiced : formatCents(invoiced)],
  ]
  return <Section title={words.fees.title} none={!fee && invoiced === null && words.fees.none}><Facts facts={facts} /></Section>
}

/** The expert reviewers of a case; `linked` where whoever looks may see them on file. */
export function Reviewers({ reviewers, linked }: { reviewers: NonNullable<Case['reviewers']>; linked: boolean }) {
  const { reviewers: say } = words
  return (
    <Section title={say.title} none={reviewers.length === 0 && say.none}>
      <Facts
        facts={reviewers.map(({ reviewer, accepted, submitted, signed }) => [
          linked ? <Link className="usa-link" to={reviewerAddress(reviewer)}>{reviewer}</Link> : reviewer,
          signed ? say.signed : submitted ? say.submitted : accepted ? say.accepted : say.asked,
        ])}
      />
    </Section>
  )
}

function Facts({ facts }: { facts: [ReactNode, ReactNode][] }) {
  return <dl className="part__facts">{facts.map(([name, value], at) => <div key={at}><dt>{name}</dt><dd>{value}</dd></div>)}</dl>
}

const sentence = (name: string) => name.charAt(0).toUpperCase() + name.slice(1).replaceAll('_', ' ')
