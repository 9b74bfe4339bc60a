const named = (pairs) => Object.entries(pairs).map(([id, says]) => ({ id, says }))
const state = (id, says, work, end = false) => ({ id, says, work, end })

export const parties = named({
  employee: 'employee', employee_attorney: "employee's attorney", claims_administrator: 'claims administrator',
  requesting_physician: 'requesting physician', insurer: 'insurer',
})

/** The words of a programme, as /api/programme has them. */
export const programme = {
  id: 'invented-imr', title: 'An invented programme of independent medical review', own_finding_first: true,
  states: [
    state('received', 'the application has arrived', 'intake'),
    state('eligibility-review', 'the application waits for a decision on eligibility', 'intake'),
    state('eligible', 'the notice of assignment has to be sent', 'assign'),
    state('awaiting-records', 'the records have to arrive', 'intake'),
    state('records-complete', 'the case waits for an expert reviewer', 'assign'),
    state('reviewer-proposed', 'an expert reviewer was asked', 'review'),
    state('in-review', 'the expert reviewer decides', 'review'),
    state('in-quality', 'the quality check reads the determination', 'quality'),
    state('to-sign', 'the determination waits for the signature', 'review'),
    state('determined', 'the determination is issued', 'issue'),
    state('ineligible', 'the application is not eligible', null, true),
    state('terminated', 'the review ended without a determination', null, true),
    state('duplicate', 'the dispute has an application already', null, true),
    state('deferred', 'liability is disputed too and the review waits for that', 'intake'),
  ],
  roles: named({ intake: 'intake', assign: 'assignment', review: 'expert reviewer', quality: 'quality check', issue: 'issue' }),
  parties,
  channels: named({
    personal: 'handed over', mail: 'mailed, both addresses in California', fax: 'sent by fax, as agreed', electronic: 'sent electronically',
  }),
  outcomes: named({ Upheld: 'The denial stands.', Overturned: 'The treatment is medically necessary.' }),
  notices: [
    { id: 'question', says: 'Question about the application', to: ['employee', 'employee_attorney', 'claims_administrator', 'requesting_physician'], facts: named({ questions: 'what a party is asked' }) },
    { id: 'noarfi', says: 'Notice of assignment and request for information', to: ['claims_administrator', 'employee', 'requesting_physician'], facts: named({ due_records: 'the records that must be sent' }) },
    { id: 'determination', says: 'Determination of the independent medical review', to: ['employee', 'claims_administrator'], facts: [] },
  ],
}

export const stateOf = (id) => programme.states.find((each) => each.id === id)
