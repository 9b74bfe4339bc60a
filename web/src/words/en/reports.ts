const percent = (value: number) => `${value.toLocaleString('en-US')} %`
const cases = (n: number) => (n === 1 ? 'One case' : `${n.toLocaleString('en-US')} cases`)

export const words = {
  title: (report: string, month: string) => `${report}, ${month}`,
  names: { timeliness: 'Timeliness', volume: 'Volume', outcomes: 'Outcomes', agreement: 'Agreement' } as Record<string, string>,
  which: 'Reports',
  month: 'Month',
  before: 'The month before',
  after: 'The month after',
  asOf: 'As of',
  empty: 'The month has no figures yet.',
  small: 'small number',
  smallColumn: 'Note',
  smallNote: (least: number) => `Small number: fewer than ${least}. Chance weighs heavily there; read no trend into it.`,
  unit: { count: 'number' },
  series: { in_time: 'in time', late: 'late', missed: 'missed', both_upheld: 'both upheld', both_overturned: 'both overturned', apart: 'apart', upheld: 'upheld', overturned: 'overturned', standard: 'standard', expedited: 'expedited' } as Record<string, string>,
  consistency: {
    title: 'Consistency',
    says: (pairs: number, least: number, same: number) =>
      pairs === 0
        ? `No two items at least ${least} % alike were decided differently.`
        : `${pairs === 1 ? 'One pair of items' : `${pairs} pairs of items`} at least ${least} % alike ${pairs === 1 ? 'was' : 'were'} decided differently${same === 0 ? '.' : `; nothing in the record tells ${same === 1 ? 'one' : same} of them apart.`}`,
    most: (pairs: number) => `The ${pairs} pairs that are most alike are shown.`,
    compared: (compared: number, found: number) =>
      compared < found ? `The latest ${compared} of ${found.toLocaleString('en-US')} published determinations were compared; a condition narrows them down.` : `${compared} published determinations were compared.`,
    caution: 'A letter tells less than the record behind it. A pair is a question to ask, and no finding about a reviewer.',
    loading: 'Comparing published determinations…',
    choose: 'What is compared',
    least: 'At least alike',
    percent: (least: number) => `${least} %`,
    dates: 'Decided',
    pairs: 'Pairs decided differently',
    likeness: (share: number) => `${Math.round(100 * share)} % alike`,
    alike: (same: number) => (same === 1 ? '1 criterion with the same finding' : `${same} criteria with the same finding`),
    differs: 'What differs in the record',
    same: 'No criterion that both were asked differs.',
    read: (reference: string) => `Read ${reference}`,
  },
  baseRate: 'These shares are reported, and never decide a case.',
  says: {
    inTime: (share: number, all: number, most: string) => `${percent(share)} of ${all.toLocaleString('en-US')} deadlines were kept in time; most were missed at “${most}”.`,
    allInTime: (all: number) => `All ${all.toLocaleString('en-US')} deadlines were kept in time.`,
    noDeadline: 'No deadline was due in this month.',
    volume: (received: number, determined: number) => `${cases(received)} arrived and ${cases(determined).toLowerCase()} ${determined === 1 ? 'was' : 'were'} determined.`,
    outcomes: (upheld: number, all: number) => `Upheld: ${percent(upheld)} of ${all.toLocaleString('en-US')} items that were decided.`,
    noItem: 'No item was decided in this month.',
    agreement: (agreed: number, all: number, kappa: string) => `Two reviewers decided alike on ${percent(agreed)} of ${all.toLocaleString('en-US')} items that both saw blind${kappa === '' ? '' : `; beyond chance (kappa) ${kappa}`}.`,
    noAgreement: 'No item was decided by two reviewers in this month.',
  },
}
