const field = (name, kind, required, says) => ({ name, kind, required, says })
const act = (event, says, to, section, by, fields = [], more = {}) => ({ event, result: null, says, to, section, standing: 'confirmed', by, fields, needs_reason: false, ...more })
const reason = { needs_reason: true }

const result = field('result', 'text', true, 'how it ended')
const by = field('by', 'channel', false, 'how it was sent or served')
const of = field('of', 'role', true, 'the party that is asked, by its role')
const asked = field('asked', 'text', true, 'what is asked for')
const reasons = field('reasons', 'texts', false, 'the rules that fail, by id')
const item = field('item', 'item', true, 'which disputed item')
const from = field('from', 'role', true, 'the party, by its role')
const documents = field('documents', 'documents', true, 'the records')

const notice = act('notice-sent', 'send a party a notice', null, '8 CCR 9792.10.3 to 9792.10.6', 'notices')
const records = act('records-received', 'receive records', null, '8 CCR 9792.10.5; Lab. Code 4610.5(l), (m)', 'records', [from, documents])

/** What a role can do with a case in a state. */
export function actsOf(role, state) {
  return table[`${role} ${state}`] ?? []
}

const table = {
  'intake eligibility-review': [
    act('duplicate-found', 'find that the dispute has an application already', 'duplicate', '8 CCR 9792.10.3(a)', 'events', [field('of', 'text', true, 'the case it repeats')]),
    act('information-requested', 'ask a party for facts about eligibility', 'info-requested', '8 CCR 9792.10.3(c)', 'events', [of, asked, by]),
    act('eligibility-decided', 'decide that the application is eligible', 'eligible', '8 CCR 9792.10.3', 'events', [result, reasons, by], { result: 'eligible' }),
    act('eligibility-decided', 'decide that it is not, with the reasons', 'ineligible', '8 CCR 9792.10.3(e)', 'events', [result, reasons, by], { result: 'ineligible', ...reason }),
    act('deferred', 'defer it while liability is disputed', 'deferred', 'Lab. Code 4610.5(k); 8 CCR 9792.10.3(d)', 'events', [reasons], reason),
    records, notice,
    act('priority-changed', 'make a regular case expedited or the other way', null, '8 CCR 9792.10.4(c)', 'events', [field('priority', 'priority', true, 'standard or expedited')], reason),
    act('administrator-changed', 'learn of another claims administrator', null, 'Lab. Code 4610.5(p)', 'events', [field('to', 'party', true, 'the new claims administrator')]),
    act('item-ended', 'end the review of one item that is authorized, settled or withdrawn', null, 'Lab. Code 4610.5(g); 8 CCR 9792.10.6(a)', 'events', [item], reason),
    act('terminated', 'end the review: the treatment is authorized, settled or withdrawn', 'terminated', 'Lab. Code 4610.5(g); 8 CCR 9792.10.6(a)', 'events', [field('cause', 'text', false, 'authorized, settled or withdrawn')], reason),
  ],
  'assign in-review': [
    act('conflict-found', 'release a reviewer, for a conflict or another reason', 'records-complete', 'Lab. Code 139.5(c)(2), (d)(5), (d)(6)', 'events', [field('reviewer', 'reviewer', true, 'the id of the reviewer')], reason),
    act('draft-prepared', 'have the draft prepared', null, 'Lab. Code 4610.6(a)', 'draft'), notice,
  ],
  'review in-review': [
    act('own-finding-recorded', "record the reviewer's own finding before the draft is seen", null, 'Lab. Code 4610.6(c)', 'events', [item, field('decision', 'decision', true, "the reviewer's own")]),
    act('records-requested', 'ask a party for more records', null, 'Lab. Code 4610.6(b)', 'events', [of, asked, by]),
  ],
  'quality in-quality': [
    act('quality-returned', 'return it to the reviewer, with the reasons', 'in-review', 'Lab. Code 139.5(d)(2)', 'events', [], reason),
    act('quality-passed', 'pass it', 'to-sign', 'Lab. Code 139.5(d)(2)', 'events'),
  ],
  'issue determined': [
    act('served', 'serve the determination on a party', null, 'Lab. Code 4610.6(f)', 'service'),
    act('invoiced', 'invoice the claims administrator', null, 'Lab. Code 4610.6(l); 8 CCR 9792.10.8', 'invoice'),
    act('published', 'publish the determination without names', null, 'Lab. Code 4610.6(m); 8 CCR 9792.10.9', 'none', [field('letter', 'document', true, 'the letter without names')]), notice,
  ],
}

const rule = (id, says, answer, words, section) => ({ rule: id, says, answer, words, section, standing: 'confirmed' })

export const eligibility = {
  proposes: 'ineligible',
  rules: [
    rule('E-1', 'utilization review denied or modified the treatment on medical necessity', 'holds', 'A decision of Aug 25, 2015 denies it on medical necessity.', 'Lab. Code 4610.5(c)(3), (d)'),
    rule('E-3', 'the worker or a valid representative signed', 'unknown', 'Whether the applicant signed is not known.', 'Lab. Code 4610.5(j)'),
    rule('E-4', 'the application came in time', 'holds', 'Received on Sep 8, 2015; the last day was Sep 29, 2015.', 'Lab. Code 4610.5(h)'),
    rule('E-5', 'a copy of the utilization review decision is attached; there is no reminder', 'fails', 'No document of that kind came with it.', 'DWC, IMR update page'),
  ],
}
