import { today } from './work.mjs'

const row = (reviewer, specialties, states, bar, today, this_week) => ({ reviewer, specialties, states, may_review: bar === null, bar, today, this_week })

export const reviewers = {
  today,
  reviewers: [
    row('r-001', ['Physical Medicine & Rehabilitation', 'Pain Medicine'], ['CA'], null, 1, 4),
    row('r-002', ['Anesthesiology', 'Pain Medicine'], ['CA'], null, 2, 7),
    row('r-003', ['Orthopaedic Surgery'], ['CA', 'NV'], null, 0, 1),
    row('r-004', ['Neurology'], ['NY'], 'Q-2: the licence ended on Jun 30, 2015', 0, 0),
    row('r-005', ['Psychiatry'], ['CA'], 'Q-6: whether there was discipline is not known', 0, 0),
  ],
}

export const reviewer = {
  reviewer: {
    id: 'r-004', name: 'Testa Invented',
    licences: [{ type: 'MD', state: 'NY', status: 'active', number: 'X-0040', from: '2001-01-01', until: '2015-06-30' }],
    certifications: [{ board: 'Invented Board of Neurology', specialty: 'Neurology', subspecialty: '', until: null }],
    practice: { years: 12, hours_per_week: 30 }, capacity: { per_day: 3, per_week: 12 }, exclusions: { parties: ['Sample Freight LLC'], items: ['Surgery/Spine'] },
    disciplined: false, appointments: [], relations: [{ to: 'Acme Insurance', kind: 'financial', tie: 'shares', detail: '', share_of_income: 1.5 }],
  },
  active: true,
  rules: [
    { rule: 'Q-1', holds: true, words: 'A physician of a kind that may review.', section: 'Lab. Code 139.5(d)(4)' },
    { rule: 'Q-2', holds: false, words: 'The licence ended on Jun 30, 2015.', section: 'Lab. Code 139.5(d)(4)(A)' },
    { rule: 'Q-6', holds: true, words: 'No discipline is on file.', section: 'Lab. Code 139.5(d)(4)(D)' },
  ],
}

const proposal = (case_number, reviewer, ...reasons) => ({ case_number, reviewer, recorded: 'not_tried', reasons })

export const assignment = {
  day: today, cases: 4, reviewers: 5,
  proposals: [
    proposal('CM00-0000110', 'r-002', 'Pain Medicine: the first of 6 specialties wanted; MD of CA, the state preferred; case 1 today of 3; due on Nov 2, 2015, in 20 days', 'Next best: r-001 (+0), r-003 (+40)', 'The others: not eligible (Q-2): 1, not eligible (Q-6): 1, costs more: 1'),
    proposal('CM00-0000111', 'r-001', 'Physical Medicine & Rehabilitation: the first of 4 specialties wanted; MD of CA; case 2 today of 3; due on Nov 4, 2015, in 22 days', 'Next best: r-002 (+4)'),
    proposal('CM00-0000112', 'r-003', 'Orthopaedic Surgery: the first of 2 specialties wanted; MD of CA; case 1 today of 2; expedited, due tomorrow'),
  ],
  unassigned: [{ case_number: 'CM00-0000113', why: 'Neurology is wanted, and no neurologist may review today (not eligible (Q-2): 1).' }],
}

const column = (name, title, number = true) => ({ name, title, number })
const section = (id, title, columns, rows, note = null) => ({ id, title, columns, rows, note })

const compared = [
  column('compared', 'compared', false), column('items', 'items'), column('pairs', 'pairs'), column('both_upheld', 'both upheld'),
  column('both_overturned', 'both overturned'), column('apart', 'apart'), column('agreed_percent', 'alike %'), column('kappa', 'kappa'), column('low', 'from'), column('high', 'to'),
]

const sections = {
  timeliness: ['Timeliness', [
    section('ages', '412 determined', [column('age', 'age of the case, in days', false), column('cases', 'cases'), column('mean', 'mean'), column('median', 'median'), column('percentile_90', '9 in 10 within')], [['from assignment', 412, 34.2, 33, 44], ['from complete records', 409, 21.7, 22, 29]]),
    section('deadlines', 'Deadlines of the cases that were determined or ended', [column('rule', 'rule', false), column('duty', 'duty', false), column('in_time', 'in time'), column('in_time_percent', '%'), column('late', 'late'), column('missed', 'missed'), column('most_days_late', 'worst')],
      [['IMR-8', 'send the notice of assignment and request for information', 405, 98.3, 7, 0, 2], ['IMR-9', 'deliver the records, the notice being mailed', 201, 71.8, 61, 18, 19], ['IMR-10', 'deliver the records, the notice being sent electronically', 98, 81, 20, 3, 11], ['IMR-19', 'issue the determination', 396, 96.8, 13, 0, 6], ['IMR-21', 'issue an expedited determination', 4, 66.7, 2, 0, 1]], 'Missed: never kept. Worst: by how many days.'),
    section('penalties', 'What the law names for those that were late', [column('rule', 'rule', false), column('violation', 'violation', false), column('cases', 'cases')], [], 'For information: an authority assesses a penalty, nothing here does.'),
    section('overdue', `Waiting on ${today}`, [column('role', 'role', false), column('waiting', 'waiting'), column('overdue', 'overdue')], [['intake', 31, 4], ['review', 58, 2]]),
  ]],
  volume: ['Volume', [
    section('month', 'In the month', [column('what', '', false), column('says', '', false), column('cases', 'cases'), column('standard', 'standard'), column('expedited', 'expedited')], [['received', 'applications that arrived', 455, 431, 24], ['determined', 'determinations that were issued', 412, 396, 16], ['terminated', 'the review ended without a determination', 23, 23, 0]]),
  ]],
  outcomes: ['Outcomes', [
    section('items', 'Items decided', [column('category', 'category', false), column('items', 'items'), column('upheld', 'upheld'), column('overturned', 'overturned'), column('overturned_percent', 'overturned %')], [['Pharmaceuticals', 610, 561, 49, 8], ['Physical therapy', 88, 75, 13, 14.8], ['Imaging', 61, 52, 9, 14.8], ['Surgery', 7, 5, 2, 28.6], ['all', 766, 693, 73, 9.5]]),
    section('drafts', 'Drafts that the reviewers overrode, with the 95 % interval of the share', [column('draft', 'draft', false), column('items', 'items'), column('overridden', 'overridden'), column('overridden_percent', '%'), column('low', 'from %'), column('high', 'to %')], [['upheld', 640, 31, 4.8, 3.4, 6.8], ['overturned', 8, 3, 37.5, 13.7, 69.4]], '118 more items had no draft, or none that addressed it.'),
  ]],
  agreement: ['Agreement', [
    section('reviewers', 'Two reviewers on the same item', compared, [['own findings', 28, 28, 20, 3, 5, 82.1, 0.44, 0.12, 0.77], ['decisions', 28, 28, 21, 3, 4, 85.7, 0.52, 0.17, 0.86]], 'Kappa: 1 is always alike, 0 as by chance; with its 95 % interval. Fewer than 30 items say little.'),
    section('drafts', 'A reviewer and the draft on the same item', compared, [['own finding and draft', 640, 655, 561, 40, 54, 91.8, 0.55, 0.45, 0.65], ['decision and draft', 640, 655, 575, 46, 34, 94.8, 0.7, 0.61, 0.79]], 'Kappa: 1 is always alike, 0 as by chance; with its 95 % interval.'),
  ]],
}

export const report = (id, month) => ({ report: id, title: sections[id][0], month, as_of: today, sections: sections[id][1] })

const decided = (at, item) => ({ id: String(at).padStart(16, '0'), reference: `EX-${at}`, decided: '2015-06-03', item })
const pairs = [
  { likeness: 1, alike: 6, overturned: decided(901, 'Soma 350 mg, 60 tablets'), upheld: decided(902, 'Soma 350mg #60'), differing: [] },
  {
    likeness: 0.81, alike: 5, overturned: decided(903, 'Norco 10/325 mg, 180 tablets, for severe chronic pain of the lower back and of both legs'), upheld: decided(904, 'Norco 10/325 #180'),
    differing: [{ says: 'functional improvement with the drug', overturned: 'met', upheld: 'not documented' }],
  },
]
/** Pairs that were decided differently; of carisoprodol nothing tells them apart. */
export function consistency(query) {
  const least = Number(query.get('least') ?? 70)
  const shown = pairs.filter(({ likeness }) => 100 * likeness >= least)
  return { found: 1204, compared: 200, least, pairs: query.getAll('where').includes('drug:carisoprodol') ? shown.slice(0, 1) : query.has('where') ? [] : shown }
}
