// A few invented topics and editions, in the form of the API.
const criterion = (id, kind, says, standing = 'reported', more = {}) => ({ id, kind, says, standing, source: 'invented for this test', soft: false, ...more })
const section = (edition, guideline, from, until, criteria, more = {}) => ({
  edition, guideline, title: 'Carisoprodol (Soma)', from, until, pages: '29, 63-66', position: 'not recommended', applies_to: ['carisoprodol'], criteria, ...more,
})

export const carisoprodol = {
  topic: 'carisoprodol',
  sections: [
    section('mtus-pain-2009', 'MTUS Chronic Pain Medical Treatment 2009', '2009-07-18', '2016-07-28', [
      criterion('short-course', 'limit', 'used for no longer than two to three weeks', 'confirmed', { source: 'product label' }),
      criterion('acute-exacerbation', 'required', 'given for an acute exacerbation or a new injury'),
      criterion('muscle-spasm', 'required', 'given for muscle spasm that was found on examination'),
      criterion('first-line-failed', 'required', 'used only after first-line treatment has failed'),
      criterion('abuse', 'note', 'watched for signs of abuse', 'unverified', { soft: true }),
    ]),
    section('mtus-pain-2016', 'MTUS Chronic Pain Medical Treatment 2016', '2016-07-28', '2017-12-01', [
      criterion('short-course', 'limit', 'used for no longer than two to three weeks', 'confirmed', { source: 'product label' }),
      criterion('acute-exacerbation', 'required', 'given for acute low back pain, an acute exacerbation or a new injury', 'unverified'),
      criterion('spasm-on-examination', 'required', 'Given for muscle spasm that was found on examination.', 'unverified'),
      criterion('short-term-intent', 'required', 'intended for short-term use', 'inferred'),
    ]),
    section('mtus-pain-2017', 'MTUS Chronic Pain Guideline 2017', '2017-12-01', null, [
      criterion('short-course', 'limit', 'used for no longer than two weeks', 'confirmed', { source: 'product label' }),
      criterion('short-term-intent', 'required', 'intended for short-term use', 'unverified'),
    ], { title: 'Skeletal muscle relaxants', pages: null }),
    section('odg-pain', 'ODG Pain (Chronic)', '2009-07-18', null, [
      criterion('other-relaxants', 'required', 'used only where other muscle relaxants did not help', 'unverified'),
    ], { pages: null, position: 'recommended with conditions' }),
  ],
}

export const editions = [
  { id: 'mtus-pain-2009', title: 'MTUS Chronic Pain Medical Treatment', edition: '2009', from: '2009-07-18', until: '2016-07-28', sections: 58 },
  { id: 'mtus-pain-2016', title: 'MTUS Chronic Pain Medical Treatment', edition: '2016', from: '2016-07-28', until: '2017-12-01', sections: 75 },
  { id: 'mtus-pain-2017', title: 'MTUS Chronic Pain Guideline', edition: '2017', from: '2017-12-01', until: null, sections: 42 },
  { id: 'odg-pain', title: 'ODG Pain (Chronic)', edition: 'ODG', from: '2009-07-18', until: null, sections: 32 },
]

const names = [
  'Acetaminophen (APAP)', 'Acupuncture', 'Barbiturate-containing analgesic agents', 'Behavioral interventions', 'Benzodiazepines', 'Buprenorphine',
  'Cannabinoids', 'Carisoprodol (Soma)', 'Chronic pain programs (functional restoration programs)', 'CRPS, sympathetic and epidural blocks', 'Cyclobenzaprine (Flexeril)',
  'Detoxification', 'Epidural steroid injections', 'Exercise', 'Functional imaging of the brain', 'Gabapentin (Neurontin)', 'Glucosamine', 'H-wave stimulation',
  'Home health services', 'Hypnosis', 'Implantable drug-delivery systems', 'Ketamine', 'Lidocaine, topical', 'Manual therapy and manipulation', 'Massage therapy',
  'Medications for subacute and chronic pain', 'Methadone', 'Muscle relaxants (for pain)', 'Naproxen', 'NSAIDs, heart and stomach risk', 'Opioids, criteria for use',
  'Opioids, dosing', 'Physical medicine', 'Psychological evaluations', 'Spinal cord stimulators', 'TENS, chronic pain', 'Topical analgesics', 'Tramadol', 'Urine drug testing', 'Yoga',
]
const id = (title) => (title.startsWith('Carisoprodol') ? 'carisoprodol' : title.toLowerCase().replace(/[^a-z]+/g, '-').replace(/-$/, ''))
const topics = names.map((title, at) => ({ topic: id(title), title, editions: at % 3 === 0 ? ['mtus-pain-2009'] : ['mtus-pain-2009', 'mtus-pain-2016', 'mtus-pain-2017'] }))

/** What was in force on a day, or all. */
export function guidelines(on) {
  const kept = editions.filter(({ from, until }) => !on || (from <= on && (until === null || on < until)))
  const ids = new Set(kept.map((edition) => edition.id))
  const held = topics.map((topic) => ({ ...topic, editions: topic.editions.filter((each) => ids.has(each)) }))
  return { editions: kept, topics: held.filter((topic) => topic.editions.length > 0) }
}

const row = (id, kind, says, finding, standing, words, example = null) => ({ id, kind, says, finding, standing, words, example })
export const checklist = (treatment) => ({
  treatment, complete: false, addressed: !/unheard/.test(treatment), pages: 1,
  citation: 'MTUS Chronic Pain Medical Treatment 2009, Section(s): Carisoprodol (Soma), Page(s): 29, 63-66',
  documented: [
    row('muscle-spasm', 'required', 'given for muscle spasm that was found on examination', 'met', 'reported', ['muscle spasm of the lumbar spine']),
    row('first-line-failed', 'required', 'used only after first-line treatment has failed', 'met', 'reported', ['Tried naproxen without relief', 'stopped ibuprofen']),
  ],
  missing: [
    row('acute-exacerbation', 'required', 'given for an acute exacerbation or a new injury', 'not documented', 'reported', [], 'a note that describes and dates a flare-up or a new injury'),
    row('short-term-intent', 'required', 'intended for short-term use', 'not documented', 'unverified', [], 'a treatment plan that limits the use to a short course and names its end'),
  ],
  against: [
    row('short-course', 'limit', 'used for no longer than two to three weeks', 'not met', 'confirmed', ['Soma 350 mg TID since Sep 9, 2014']),
  ],
})
