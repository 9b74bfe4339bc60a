interface Standing {
  /** How the case stands, as one would tell it. */
  now: string
  /** What happens next, and whose turn it is. */
  next: string
  /** Which of the five stages it is in, from 0. */
  stage: number
}

/** The words of a party's own cases, in plain language. */
export const words = {
  title: 'My cases',
  lead: 'Every case that you are a party of, and where it stands.',
  columns: { case: 'Case', says: 'Where it stands', received: 'Received' },
  open: 'Open',
  ended: 'Ended',
  more: 'Show more cases',
  draft: 'You have an application that is not sent yet.',
  draftLink: 'Go on with it',
  none: {
    applicant: 'You have no case yet. When you ask for a review, it is listed here.',
    administrator: 'No case names your account. When a case is opened on a decision of yours, the review organization adds it here.',
  },
  file: 'Ask for a review',

  case: (number: string) => `Case ${number}`,
  nextTitle: 'What happens next',
  by: 'Due',
  yours: 'What you can do',
  decision: 'The decision',
  decisions: {
    Upheld: 'The denial stands: the treatment is not medically necessary.',
    Overturned: 'The denial is set aside: the treatment is medically necessary.',
  } as Record<string, string>,
  items: 'The treatments in dispute',
  hadOn: 'given on',
  itemEnded: 'no longer reviewed',
  papers: 'Letters and notices',
  noPapers: 'No letter has been sent yet.',
  determination: 'Determination',
  correction: 'Corrected determination',
  sentTo: (to: string) => `to: ${to}`,
  pdf: 'PDF',
  text: 'text',
  proof: 'proof of service',
  records: 'Records',
  noRecords: 'No records have arrived yet.',
  recordColumns: { name: 'Record', kind: 'Kind', date: 'Dated', received: 'Received' },
  recordKinds: { ur_decision: 'Letter of denial', rfa: 'Request for authorization', pr2: 'Progress report (PR-2)' } as Record<string, string>,
  sendRecords: 'Send records',
  dates: 'Dates',
  history: 'What happened so far',
  parties: 'Who takes part',
  priority: { standard: 'Standard review', expedited: 'Urgent review' } as Record<string, string>,
  stagesLabel: 'How far the case is',
  stageStates: { done: 'done', now: 'now', later: 'to come' },
  stages: ['Application', 'Check of the application', 'Records', 'A physician decides', 'Decision'],
  reload: 'Something happened in this case meanwhile. It is shown as it stands now; please try again.',

  notices: {
    question: 'Question about the application',
    ineligible: 'Notice that the application is not eligible',
    duplicate: 'Notice that an application was received twice',
    deferral: 'Notice that the review is put off',
    noarfi: 'Notice of assignment and request for information',
    'records-overdue': 'Notice that records are overdue',
    'records-request': 'Request for further records',
    'priority-change': 'Notice that the review is now urgent',
    termination: 'Notice that the review has ended',
    determination: 'Notice of the determination',
    correction: 'Notice of a correction',
    invoice: 'Invoice',
  } as Record<string, string>,

  dateNames: {
    injury: 'Injury',
    request: 'Treatment requested',
    ur_decision: 'Treatment denied',
    application: 'Application received',
    assigned: 'Review assigned',
    records_complete: 'Records complete',
    determination: 'Decision issued',
    ended: 'Ended',
  } as Record<string, string>,

  states: {
    received: { now: 'Your application has arrived.', next: 'The office checks whether there is one about the same treatment already. You do not have to do anything.', stage: 0 },
    'eligibility-review': { now: 'The office checks the application.', next: 'It decides whether the law allows this review. You get a notice of the result.', stage: 1 },
    'info-requested': { now: 'The office has asked a question.', next: 'The question is in the last notice, with the date by which the answer must be there. Whoever was asked has to answer.', stage: 1 },
    deferred: { now: 'The review is put off.', next: 'The insurer also disputes that it has to pay at all. The review goes on when that is settled.', stage: 1 },
    ineligible: { now: 'The application was not accepted.', next: 'The reasons, and what can be done about it, are in the notice.', stage: 1 },
    duplicate: { now: 'There was an application about the same treatment already.', next: 'The other case goes on. Its number is in the notice.', stage: 1 },
    joined: { now: 'The application goes on in another case.', next: 'The number of that case is in the notice.', stage: 1 },
    eligible: { now: 'The application was accepted.', next: 'The office sends both sides a notice that asks for the records.', stage: 2 },
    'awaiting-records': { now: 'The records are being collected.', next: 'Both sides send their records. The claims administrator has to; the worker may.', stage: 2 },
    'records-overdue': { now: 'Records are late.', next: 'The review goes on even so. Records that arrive now are still read.', stage: 2 },
    'records-complete': { now: 'The records are complete.', next: 'The office looks for a physician who knows the field and has no tie to either side.', stage: 3 },
    'reviewer-proposed': { now: 'A physician was asked to decide.', next: 'The physician says whether they take the case.', stage: 3 },
    'in-review': { now: 'A physician reads the records and decides.', next: 'The physician decides on each treatment, from the records and the guideline in force.', stage: 3 },
    'in-quality': { now: 'A decision has been written.', next: 'It is checked for completeness, and then the physician signs it.', stage: 3 },
    'to-sign': { now: 'A decision has been written.', next: 'The physician signs it, and then it is sent to you.', stage: 3 },
    signed: { now: 'The decision is signed.', next: 'It is sent to all parties.', stage: 4 },
    determined: { now: 'The decision was sent.', next: 'Where a treatment was found necessary, the claims administrator has to authorize or pay it.', stage: 4 },
    terminated: { now: 'The review ended without a decision.', next: 'The reason is in the notice.', stage: 4 },
    implemented: { now: 'The decision was carried out.', next: 'Nothing more is to be done.', stage: 4 },
    appealed: { now: 'An appeal is before the appeals board.', next: 'The appeals board decides. Until then the decision stands.', stage: 4 },
    remanded: { now: 'The decision was set aside.', next: 'Another physician decides.', stage: 3 },
    closed: { now: 'The case is closed.', next: 'Nothing more is to be done.', stage: 4 },
  } as Record<string, Standing>,

  acts: {
    'information-received': { title: 'Answer the question', text: 'The question is in the notice. If papers are part of your answer, send them as records first.', why: 'Your answer' },
    'liability-resolved': { title: 'Tell that liability is settled', text: 'The review can go on when the dispute about liability has ended.', why: 'How and when it was settled' },
    implemented: { title: 'Tell that the decision was carried out', text: 'The treatment was authorized or paid.', why: 'What was done, and when' },
    'appeal-filed': { title: 'Tell that an appeal was filed', text: 'A petition to the appeals board has been filed.', why: 'When and where it was filed' },
    'administrator-changed': { title: 'Tell that another company handles the claim', text: '', why: 'Since when' },
  } as Record<string, { title: string; text: string; why: string }>,
  nothingToDo: 'Nothing at this time.',
  actSend: 'Send',
  actCancel: 'Cancel',
  actDone: 'Thank you. It was received.',
  /** The fields of acts, where the words of the programme are too short. */
  fields: { from: 'Who is answering?' } as Record<string, string>,
  whyLabel: 'What you want to say',
  required: (label: string) => `Fill in: ${label}`,

  upload: {
    title: 'Send records',
    lead: (number: string) => `For case ${number}. Both sides see what you send.`,
    back: 'Back to the case',
  },
}
