import { saysOf, today } from './work.mjs'
import { stateOf } from './programme.mjs'

export const id = (digit) => String(digit).repeat(64)

const record = (digit, name, kind, date, received = '2015-10-02T10:15') => ({ document: id(digit), name, kind, date, received })
const deadline = (rule, what, from, due, kept, state, section, flag = false) => ({ rule, what, from, due, kept, state, flag, section, standing: 'confirmed' })
const event = (version, name, says, on, state, who, section, more = {}) => ({ version, event: name, says, on, state, who, why: null, what: {}, section, ...more })

const base = {
  programme: 'invented-imr', today, priority: 'standard', dispute: 'ordinary',
  dates: { injury: '2013-04-02', request: '2015-08-11', ur_decision: '2015-08-25', application: '2015-09-08', assigned: null, records_complete: null, determination: null, ended: null },
  parties: [
    { role: 'employee', says: 'employee', name: 'Wes Invented-0042', address: '1 Nowhere Street, Sampleton, CA 00000', by: 'mail' },
    { role: 'claims_administrator', says: 'claims administrator', name: 'Exemplary Claims Services', address: null, by: 'electronic' },
    { role: 'requesting_physician', says: 'requesting physician', name: 'Dr. Paula Fictitious', address: null, by: 'fax' },
  ],
  sent: [], letters: [], reviewers: [], invoiced_cents: null, fee: { says: 'a standard review', cents: 39000, section: '8 CCR 9792.10.8' },
}

const item = (number, text, more = {}) => ({ item: number, text, service_date: null, ended: null, from_case: null, drafted: null, decision: null, reviews: [], ...more })

const received = event(1, 'application-received', 'an application arrived', '2015-09-08T09:12', 'received', 'intake:iris', '8 CCR 9792.10.1(b)', { what: { priority: 'standard', ur_decision: '2015-08-25', items: [{ text: 'Soma (carisoprodol) 350 mg, 60 tablets' }] } })
const found = event(2, 'application-found-new', 'the dispute had no application yet', '2015-09-09', 'eligibility-review', 'intake:iris', '8 CCR 9792.10.3(a)')

const late = [
  deadline('IMR-8', 'send the notice of assignment and request for information', '2015-09-14', '2015-09-15', '2015-09-15', 'kept', '8 CCR 9792.10.4(b)'),
  deadline('IMR-9', 'deliver the records, the notice being mailed', '2015-09-15', '2015-09-30', '2015-10-02', 'kept late', '8 CCR 9792.10.5(a)(1)'),
  deadline('IMR-12', 'deliver the records electronically with a list of them', '2015-09-15', '2015-09-25', '2015-10-02', 'kept late', 'Lab. Code 4610.5(l)', true),
]
const history = [
  received, found,
  event(3, 'eligibility-decided', 'whether the application is eligible was decided', '2015-09-14', 'eligible', 'intake:iris', '8 CCR 9792.10.3', { what: { result: 'eligible' } }),
  event(4, 'assigned', 'the notice of assignment was sent', '2015-09-15', 'awaiting-records', 'assign:ann', '8 CCR 9792.10.4(b)', { what: { by: 'mail' } }),
  event(5, 'records-received', 'records arrived', '2015-10-02T10:15', 'awaiting-records', 'intake:iris', '8 CCR 9792.10.5', { what: { from: 'claims_administrator' } }),
  event(6, 'records-complete', 'the records were found complete', '2015-10-02T10:40', 'records-complete', 'intake:iris', 'Lab. Code 4610.6(d)(1)'),
  event(7, 'reviewer-proposed', 'an expert reviewer was asked', '2015-10-02T15:00', 'reviewer-proposed', 'assign:ann', 'Lab. Code 139.5(d)', { what: { reviewer: 'r-002', explanation: ['Pain Medicine: the first of 6 specialties wanted', 'MD of CA, the state preferred'] } }),
  event(8, 'reviewer-accepted', 'an expert reviewer accepted the case', '2015-10-03T08:05', 'in-review', 'review:r-002', 'Lab. Code 139.5(d)(5)'),
]
const records = [
  record(1, 'UR denial 2015-08-25.pdf', 'ur_decision', '2015-08-25', '2015-09-08T09:12'), record(2, 'PR-2 2015-08-19.pdf', 'progress_report', '2015-08-19'),
  record(3, 'MRI lumbar spine.pdf', 'imaging', '2014-11-03'), record(4, 'scan_0001.pdf', null, null),
]
const sent = [
  { notice: 'noarfi', to: 'claims_administrator', by: 'electronic', on: '2015-09-15', text: id('a'), pdf: id('b'), proof: id('c') },
  { notice: 'noarfi', to: 'employee', by: 'mail', on: '2015-09-15', text: id('d'), pdf: id('e'), proof: id('f') },
]

const made = (case_number, state, more) => ({ ...base, case_number, version: 1, state, says: saysOf(state), work: stateOf(state).work, due: null, records, deadlines: [], ...more })

/** A case that waits for the decision on eligibility, one that is reviewed, one in the quality check and one that is issued. */
export const cases = () => ({
  'CM00-0000101': {
    read: made('CM00-0000101', 'eligibility-review', {
      version: 2, records: records.slice(0, 1),
      items: [item(1, 'Soma (carisoprodol) 350 mg, 60 tablets'), item(2, 'Physical therapy, 12 visits', { service_date: '2015-08-20' })],
    }),
    events: [received, found],
  },
  'CM00-0000102': {
    read: made('CM00-0000102', 'in-review', {
      version: 8, due: '2015-11-01', sent, reviewers: [{ reviewer: 'r-002', accepted: true, submitted: false, signed: false }],
      items: [item(1, 'Soma (carisoprodol) 350 mg, 60 tablets'), item(2, 'Norco 10/325 mg #120')],
      deadlines: [...late, deadline('IMR-19', 'issue the determination', '2015-10-02', '2015-11-01', null, 'open', 'Lab. Code 4610.6(d)(1)(B)')],
    }),
    events: history,
  },
  'CM00-0000103': {
    read: made('CM00-0000103', 'in-quality', {
      version: 12, due: '2015-10-11', sent, priority: 'expedited', reviewers: [{ reviewer: 'r-002', accepted: true, submitted: true, signed: false }],
      items: [
        item(1, 'Soma (carisoprodol) 350 mg, 60 tablets', { drafted: 'Upheld', decision: 'Upheld', reviews: [{ reviewer: 'r-002', decision: 'Upheld', rationale: 'It has been taken for eleven months; the guideline allows two to three weeks.', citation: 'MTUS Chronic Pain Medical Treatment 2009, Section(s): Carisoprodol' }] }),
        item(2, 'Norco 10/325 mg #120', { ended: 'authorized by the claims administrator' }),
      ],
      deadlines: [...late, deadline('IMR-21', 'issue an expedited determination', '2015-10-08', '2015-10-11', null, 'overdue', 'Lab. Code 4610.6(d)(1)(C)')],
    }),
    events: [
      ...history,
      event(9, 'item-decided', 'a reviewer decided on an item', '2015-10-09T16:20', 'in-review', 'review:r-002', 'Lab. Code 4610.6(c), (e)', { what: { item: 1, decision: 'Upheld' } }),
      event(10, 'submitted', 'a reviewer submitted the determination', '2015-10-09T16:40', 'in-quality', 'review:r-002', 'Lab. Code 4610.6(e)'),
      event(11, 'quality-returned', 'the quality check returned the determination', '2015-10-10T09:00', 'in-review', 'quality:quinn', 'Lab. Code 139.5(d)(2)', { why: 'The summary names no date for the first prescription.' }),
      event(12, 'submitted', 'a reviewer submitted the determination', '2015-10-12T11:15', 'in-quality', 'review:r-002', 'Lab. Code 4610.6(e)'),
    ],
  },
  'CM00-0000104': {
    read: made('CM00-0000104', 'determined', {
      version: 14, due: '2015-10-20', sent, letters: [{ on: '2015-10-12', letter: id(5), text: id(6), pdf: id(7) }],
      reviewers: [{ reviewer: 'r-002', accepted: true, submitted: true, signed: true }],
      items: [item(1, 'Soma (carisoprodol) 350 mg, 60 tablets', { decision: 'Overturned' })], deadlines: late,
    }),
    events: history,
  },
})
