// Invented cases as the API shows them to a party. Every name is plainly invented.
const document = (letter) => letter.repeat(64)
const deadline = (rule, what, from, due, more = {}) => ({ rule, what, from, due, kept: null, state: 'running', flag: false, section: 'Invented Code 1', standing: 'confirmed', ...more })
const party = (role, says, name) => ({ role, says, name, address: '1 Invented Street, Nowhere, CA 90000', by: null })
const item = (number, text, more = {}) => ({ item: number, text, service_date: null, ended: null, from_case: null, decision: null, ...more })

const parties = [
  party('employee', 'employee', 'Wes Invented'),
  party('employee_attorney', 'employee\u2019s attorney', 'Ann Attorney-Invented'),
  party('claims_administrator', 'claims administrator', 'Invented Mutual'),
  party('requesting_physician', 'requesting physician', 'Dr. Dora Invented'),
]

const dates = (more) => ({
  injury: '2014-03-05', request: '2015-08-19', ur_decision: '2015-08-25', application: '2015-09-01T10:12', assigned: null, records_complete: null, determination: null, ended: null, ...more,
})

const standing = (number, state, says, more) => ({
  case_number: number, version: 7, programme: 'ca-dwc-imr', state, says, work: null, due: null, today: '2015-10-13', priority: 'standard', dispute: 'ordinary',
  dates: dates({}), parties, items: [item(1, 'Soma 350 mg, 60 tablets'), item(2, 'Physical therapy, 12 visits')], records: [], letters: [], sent: [], deadlines: [], ...more,
})

const noarfi = (to) => ({ notice: 'noarfi', to, by: 'mail', on: '2015-09-08T09:00', text: document('a'), pdf: document('b'), proof: document('c') })
const question = (to) => ({ notice: 'question', to, by: 'mail', on: '2015-10-05T09:00', text: document('1'), pdf: document('2'), proof: document('3') })

export const cases = {
  'CM00-0000000': standing('CM00-0000000', 'awaiting-records', 'the records have to arrive', {
    due: '2015-10-15', dates: dates({ assigned: '2015-09-08T09:00' }), sent: [noarfi('employee'), noarfi('employee_attorney'), noarfi('claims_administrator')],
    records: [
      { document: document('d'), name: 'Denial of Aug 25, 2015.pdf', kind: 'ur_decision', date: '2015-08-25', received: '2015-09-01T10:20' },
      { document: document('e'), name: 'Progress report with a rather long name, invented for this test.pdf', kind: 'progress_report', date: '2015-08-19', received: '2015-09-01T10:21' },
    ],
    deadlines: [deadline('IMR-9', 'deliver the records, the notice being mailed', '2015-09-08', '2015-10-15')],
  }),
  'EX-100': standing('EX-100', 'info-requested', 'a party was asked for facts about eligibility', {
    due: '2015-10-12', priority: 'expedited', sent: [question('employee'), question('employee_attorney')],
  }),
  'EX-100-2': standing('EX-100-2', 'determined', 'the determination is issued', {
    dates: dates({ assigned: '2015-09-08T09:00', records_complete: '2015-09-20T12:00', determination: '2015-10-09T15:00' }),
    items: [
      item(1, 'Soma 350 mg, 60 tablets', { decision: 'Upheld' }),
      item(2, 'Physical therapy, 12 visits', { decision: 'Overturned', service_date: '2015-09-02' }),
      item(3, 'Lumbar brace', { ended: 'authorized meanwhile' }),
    ],
    letters: [{ on: '2015-10-09T15:00', letter: document('f'), text: document('4'), pdf: document('5') }],
    sent: [noarfi('employee'), { notice: '', to: 'employee', by: 'mail', on: '2015-10-09T16:00', text: document('4'), pdf: document('5'), proof: document('6') }],
  }),
}

export const myCases = Object.values(cases).map(({ case_number, says, dates: { application }, state }) => ({ case_number, says, received: application, ended: state === 'determined' }))

const event = (version, name, says, on, state) => ({ version, event: name, says, on, state })
export const events = [
  event(1, 'application-received', 'an application arrived', '2015-09-01T10:12', 'received'),
  event(2, 'records-received', 'records arrived', '2015-09-01T10:21', 'received'),
  event(3, 'eligibility-decided', 'whether the application is eligible was decided', '2015-09-04T11:00', 'eligible'),
  event(4, 'assigned', 'the notice of assignment was sent', '2015-09-08T09:00', 'awaiting-records'),
]

const act = (name, by, says, fields = []) => ({ event: name, result: null, says, to: null, section: '8 CCR 9792.10.3(c)', standing: 'confirmed', by, needs_reason: false, fields })
const from = { name: 'from', kind: 'role', required: true, says: 'the party, by its role' }
const documents = { name: 'documents', kind: 'documents', required: false, says: 'what came with it' }
const records = act('records-received', 'records', 'receive records')
export const acts = {
  'CM00-0000000': [records],
  'EX-100': [act('information-received', 'events', 'receive the answer of a party', [from, documents]), records],
  'EX-100-2': [act('appeal-filed', 'events', 'receive a petition to the appeals board')],
}
