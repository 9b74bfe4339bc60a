import { words } from '@words/reports'
import { figureIn, type Part, partOf, percentOf, type Report, textIn } from './figures'

/** What a report says, in one sentence. */
export function sentenceOf(report: Report): string {
  switch (report.report) {
    case 'timeliness': return timeliness(partOf(report, 'deadlines'))
    case 'volume': return volume(partOf(report, 'month'))
    case 'outcomes': return outcomes(partOf(report, 'items'))
    case 'agreement': return agreement(partOf(report, 'reviewers'))
    default: return ''
  }
}

const { says } = words

function timeliness(part: Part | undefined): string {
  const sum = (name: string) => (part?.rows ?? []).reduce((all, row) => all + figureIn(part!, row, name), 0)
  const missed = (row: Part['rows'][number]) => figureIn(part!, row, 'late') + figureIn(part!, row, 'missed')
  const all = sum('in_time') + sum('late') + sum('missed')
  if (!part || all === 0) return says.noDeadline
  if (sum('in_time') === all) return says.allInTime(all)
  const worst = part.rows.reduce((most, row) => (missed(row) > missed(most) ? row : most))
  return says.inTime(percentOf(sum('in_time'), all), all, textIn(part, worst, 'duty'))
}

function volume(part: Part | undefined): string {
  const cases = (what: string) => {
    const row = part?.rows.find((each) => each[0] === what)
    return row ? figureIn(part!, row, 'cases') : 0
  }
  return says.volume(cases('received'), cases('determined'))
}

function outcomes(part: Part | undefined): string {
  const all = whole(part)
  if (!part || !all || figureIn(part, all, 'items') === 0) return says.noItem
  const items = figureIn(part, all, 'items')
  return says.outcomes(percentOf(figureIn(part, all, 'upheld'), items), items)
}

function agreement(part: Part | undefined): string {
  const decisions = part?.rows.find((row) => row[0] === 'decisions')
  if (!part || !decisions) return says.noAgreement
  const kappa = textIn(part, decisions, 'kappa')
  return says.agreement(figureIn(part, decisions, 'agreed_percent'), figureIn(part, decisions, 'items'), kappa)
}

const whole = (part: Part | undefined) => part?.rows.find((row) => row[0] === 'all') ?? part?.rows.at(-1)
