import type { ReactNode } from 'react'
import { words } from '@words/reviewers'
import { formatDay } from '../../components/day/days'
import { type Entry, groups, numbers, type OnFile } from './shape'

const { fields } = words

/** What is on file of a reviewer, to be read. */
export function OnFileList({ data }: { data: OnFile }) {
  const facts: [string, ReactNode][] = [
    [fields.name, data.name],
    ...Object.keys(groups).map((name): [string, ReactNode] => {
      const group = name as keyof typeof groups
      return [words.groups[group], list(data[group].map(inWords))]
    }),
    ...numbers.map(({ in: group, name }): [string, ReactNode] => [fields[name], data[group][name] ?? words.unknown]),
    [fields.disciplined, data.disciplined === null ? words.unknown : data.disciplined ? words.yes : words.no],
    [fields.parties, list(data.exclusions.parties ?? [])],
    [fields.items, list(data.exclusions.items ?? [])],
    [fields.appointments, data.appointments === null ? words.unknown : list(data.appointments)],
  ]
  return (
    <dl className="reviewer__facts">
      {facts.filter(([, value]) => value !== null).map(([name, value]) => <div key={name}><dt>{name}</dt><dd>{value}</dd></div>)}
    </dl>
  )
}

const inWords = (entry: Entry) =>
  Object.values(entry).filter((value) => value !== null && value !== '').map((value) => formatDay(String(value))).join(' · ')

const list = (lines: string[]) => (lines.length === 0 ? null : lines.map((line) => <div key={line}>{line}</div>))
