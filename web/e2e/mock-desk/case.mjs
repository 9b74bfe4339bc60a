// An invented case as its reviewer's desk has it: three items with eight criteria each.
import { place, records, visitPages } from './records.mjs'

const searched = (words) => ({
  documents: 3, pages: 471, unreadable_pages: 2, blank_pages: 0, repeated_pages: 30,
  unreadable: ['records/visits.pdf, pages 12, 340: the scan is too faint'], sections: ['subjective', 'plan', 'assessment'], words,
})

const everyVisit = (text) => visitPages.map(([page]) => place('visits.pdf', page, text))

const criterion = (id, says, finding, more = {}) => ({
  id, says, kind: 'requirement', standing: 'confirmed', soft: false, finding, conflict: false, decided: false, value: null,
  section: 'MTUS Chronic Pain 2009, p. 29', places: [], searched: finding === 'not documented' ? searched([says.split(' ')[0], 'documented']) : null,
  answer: null, ...more,
})

const criteria = (drug, section) => [
  criterion('short-course', 'no longer than 2 to 3 weeks', 'not met', { value: 'since Sep 9, 2014 (11 months)', places: everyVisit(drug).slice(0, 4), decided: true, section }),
  criterion('exacerbation', 'an acute exacerbation', 'not documented', { decided: true, section }),
  criterion('improvement', 'functional improvement with the drug', 'not documented', { section }),
  criterion('pain-relief', 'pain is relieved', 'met', { value: 'from 8/10 to 5/10', places: [place('visits.pdf', 400, 'pain is 8/10'), place('visits.pdf', 492, 'pain is 5/10')], section }),
  criterion('in-use', 'the drug is in use', 'met', { conflict: true, value: 'in use and stopped on Aug 19, 2015', places: [place('visits.pdf', 492, drug), place('visits.pdf', 492, 'stopped Soma last month')], section }),
  criterion('drug-test', 'drug tests are consistent', 'met', { places: [place('visits.pdf', 492, 'Urine drug test of Aug 5: consistent')], section: 'MTUS Chronic Pain 2009, p. 94' }),
  criterion('alternatives', 'first-line drugs were tried', 'met', { soft: true, standing: 'inferred', places: [place('denial.txt', 2, 'failed two other relaxants')], section: 'MTUS Chronic Pain 2009, p. 94' }),
  criterion('contract', 'a pain contract is signed', 'not documented', { section: 'MTUS Chronic Pain 2009, p. 94' }),
]

const sentence = (text, places = [], citations = []) => ({ text, places, citations })

const item = (number, text, drug) => ({
  item: number, text, open: true, service_date: '2015-08-19', denial_reasons: 'Long-term use is not recommended.', denial_guideline: 'MTUS Chronic Pain 2009',
  own: null, decided: null, draft_shown: false, draft: null, guideline: [`MTUS (2009), Chronic Pain Medical Treatment Guidelines, ${text.split(' ')[0]}, page 29`],
  edition: '2015-08-19', criteria: criteria(drug, 'MTUS Chronic Pain 2009, p. 29'),
})

export const items = () => [
  item(1, 'Soma (carisoprodol) 350 mg, 60 tablets', 'Soma 350 mg TID'),
  item(2, 'Norco 10/325 mg, 180 tablets', 'hydrocodone-APAP'),
  item(3, 'Klonopin (clonazepam) 1 mg, 30 tablets', 'Klonopin 1 mg at night'),
]

export const draftOf = ({ text, criteria: all }) => ({
  decision: 'Upheld',
  rationale: [
    sentence(`The records show ${text.split(' ')[0]} from Sep 9, 2014 to Aug 19, 2015.`, all[0].places.slice(0, 2)),
    sentence('The guideline does not recommend it for longer than 2 to 3 weeks.', [], ['MTUS (2009), page 29']),
    sentence('Neither an acute exacerbation nor functional improvement is documented in 471 pages.'),
    sentence('Pain fell from 8/10 to 5/10.', all[3].places),
  ],
  citation: 'MTUS (2009), Chronic Pain Medical Treatment Guidelines, page 29',
  would_overturn: [['exacerbation', 'short-course'], ['improvement']],
})

const precedent = (id, reference, item, decision, likeness, differing) => ({ id, reference, decided: '2015-06-03', item, decision, likeness, alike: 6 - differing.length, differing })
const differs = (says, here, there) => ({ says, here, there })

/** What was decided like an item: nothing like the third one is in the collection. */
export const precedentsOf = ({ item }) => (item === 3 ? [] : [
  precedent('00000000000000a1', 'EX-901', 'Soma 350 mg, 90 tablets', 'Upheld', 0.94, []),
  precedent('00000000000000a2', 'EX-902', 'Carisoprodol 350 mg, 30 tablets, for an acute exacerbation of low back pain with spasm', 'Overturned', 0.71, [
    differs('an acute exacerbation', 'not documented', 'met'), differs('no longer than 2 to 3 weeks', 'not met', 'met')]),
  precedent('00000000000000a3', 'EX-903', 'Soma 350 mg, 60 tablets', 'Upheld', 0.68, [differs('functional improvement with the drug', 'not documented', 'not met')]),
])

export const summary = [sentence('The patient is a 45-year-old man who was injured at work in 2012.'), sentence('He has low back pain of 5/10 to 8/10.', [place('visits.pdf', 492, 'pain is 5/10')])]

export const warnings = [
  { code: 'drug_use_differs', message: 'Soma is in use and stopped on Aug 19, 2015.', places: [place('visits.pdf', 492, 'Soma 350 mg TID'), place('visits.pdf', 492, 'stopped Soma last month')] },
  { code: 'review_date_assumed', message: 'The date of the review is assumed.', places: [] },
]

const point = (from, to, text, page, what, value, amount) => ({ from, to, what, value, amount, place: place('visits.pdf', page, text) })
const row = (kind, name, text, value, amount) => ({
  kind, name, points: visitPages.map(([page, day, pain]) => point(day, day, typeof text === 'function' ? text(pain) : text, page, 'mentioned', typeof value === 'function' ? value(pain) : value, typeof amount === 'function' ? amount(pain) : amount)),
})
export const timeline = [
  row('drug', 'carisoprodol', 'Soma 350 mg TID', '350 mg, 3 a day', 1050),
  row('drug', 'hydrocodone/acetaminophen', 'hydrocodone-APAP', '10/325 mg, 6 a day', 60),
  row('drug', 'clonazepam', 'Klonopin 1 mg at night', '1 mg, 1 a day', 1),
  row('treatment', 'physical therapy', 'Return in six weeks', '', null),
  row('pain', 'pain', (pain) => `pain is ${pain}/10`, (pain) => `${pain}/10`, (pain) => pain),
  row('work_status', 'work status', 'Temporarily totally disabled', 'off work', null),
]

const fact = (concept, text, page, value, used_by) => ({ fact: 'medication', concept, value, assertion: 'present', date: visitPages.find((each) => each[0] === page)[1], place: place('visits.pdf', page, text), used_by })
export const factsOn = (name, page) => (name !== 'records/visits.pdf' || !visitPages.some((each) => each[0] === page) ? [] : [
  { ...fact('back pain', 'Low back pain', page, '', []), fact: 'finding' },
  fact('morphine', 'MS Contin 15 mg BID', page, '15 mg, 2 a day', []),
  fact('hydrocodone', 'hydrocodone-APAP\n10-325 mg #2 TID', page, '10/325 mg, 6 a day', [{ item: 2, criterion: 'short-course' }]),
  fact('carisoprodol', 'Soma 350 mg TID', page, '350 mg, 3 a day', [{ item: 1, criterion: 'short-course' }]),
  fact('clonazepam', 'Klonopin 1 mg at night', page, '1 mg, 1 a day', [{ item: 3, criterion: 'short-course' }]),
])

export const documents = records.map(({ document, name, kind, date, pages, media, unreadable, repeated, parts }) => ({
  document, name, kind, date, pages: pages.length, media, unreadable, repeated, parts,
}))
