// Invented letters in the form of the API, some of them hostile: names and words with markup in them, and long ones.
const item = (text, decision, more = {}) => ({
  text, decision, kind: 'medication', drug: '', drug_class: '', treatment: '', category: 'Pharmaceuticals', subcategory: '',
  body_parts: [], guidelines: ['MTUS Chronic Pain Medical Treatment 2009'], sections: [], ...more,
})
const soma = item('Soma 350mg #60', 'Upheld', { drug: 'carisoprodol', drug_class: 'muscle relaxant', body_parts: ['lumbar spine'], sections: ['Carisoprodol (Soma)'] })
const therapy = item('Physical therapy, 12 visits, of the right shoulder after arthroscopic repair', 'Overturned', { kind: 'therapy', treatment: 'physical therapy', category: 'Rehabilitation', body_parts: ['shoulder'], sections: ['Physical medicine'] })

export const hostile = '<img src=x onerror="globalThis.broken=1"><script>globalThis.broken=1</script>'
export const long = 'Hydroxyzinehydrochloridetablets'.repeat(8)

const words = [
  ' ', '', 'HOW THE IMR FINAL DETERMINATION WAS MADE', '',
  'A reviewer without any tie to the employer, the employee or the claims administrator looked at', 'the whole case file, and decided on each disputed item from it.', '',
  'CLINICAL CASE SUMMARY', '',
  'The injured worker is a 63 year old female, who has had low back pain since the injury and takes', 'carisoprodol 350 mg three times a day, for eleven months now. There is spasm on examination, and no',
  'note of an acute turn.', '', 'Soma 350mg #60: Upheld', '',
  `Decision rationale: the section on carisoprodol does not recommend it for long-term use. ${hostile}`, 'There is no report of functional improvement. It is not medically necessary.',
].join('\n')

const head = (at, items, more = {}) => ({
  id: String(at).padStart(16, '0'), source: 'imr', reference: `EX00-${String(at).padStart(7, '0')}`, decided: `2016-${String(1 + (at % 12)).padStart(2, '0')}-${String(1 + (at % 28)).padStart(2, '0')}`,
  injury: '2012-05-04', year: 2016, age: 63, age_range: '', sex: 'female', specialties: ['Pain Medicine'], states: ['California'], diagnoses: ['lumbago', 'muscle spasm'], items, ...more,
})

export const letters = [
  head(1, [soma]),
  head(2, [therapy, soma, item('Norco 10/325 #180', 'Upheld', { drug: 'hydrocodone/acetaminophen' })]),
  head(3, [item(`${hostile} 10 mg`, 'Overturned', { drug: hostile, body_parts: [hostile] })], { reference: hostile, diagnoses: [hostile], specialties: [hostile] }),
  head(4, [item(long, null, { drug: long })], { source: 'dmhc', reference: long, decided: null, age: null, age_range: '41-50' }),
  ...Array.from({ length: 40 }, (_, at) => head(5 + at, [at % 3 === 0 ? therapy : soma])),
]

const snippet = (at) => ({
  parts: [
    { text: at === 2 ? `...${hostile} for ` : '...carisoprodol three times a day, for eleven months now. There is ', marked: false },
    { text: at === 3 ? long : at === 2 ? '<b>spasm</b>' : 'spasm', marked: true },
    { text: ' on examination, and no note of an acute turn...', marked: false },
  ],
})
export const letter = (id) => {
  const found = letters.find((each) => each.id === id)
  return found && { ...found, text: found.source === 'dmhc' ? '' : words }
}

const drugs = ['carisoprodol', hostile, long, 'hydrocodone/acetaminophen', 'tramadol', 'gabapentin', 'naproxen', 'omeprazole', 'cyclobenzaprine', 'lidocaine']
const fields = [
  ['decision', 'Decision', ['Upheld', 'Overturned']], ['category', 'Category', ['Pharmaceuticals', 'Rehabilitation']], ['drug', 'Drug', drugs],
  ['body-part', 'Part of the body', ['lumbar spine', 'shoulder', hostile]], ['section', 'Section of the guideline', ['Carisoprodol (Soma)', 'Physical medicine']],
  ['year', 'Year', ['2016']], ['month', 'Month', ['2016-01', '2016-02', '2016-03']], ['colour', 'Colour', ['red']],
]
const holds = (found, [field, value]) => {
  const some = (fits) => found.items.some(fits)
  if (field === 'drug') return some(({ drug }) => drug === value)
  if (field === 'decision') return some(({ decision }) => decision === value)
  if (field === 'category') return some(({ category }) => category === value)
  if (field === 'body-part') return some(({ body_parts }) => body_parts.includes(value))
  if (field === 'section') return some(({ sections }) => sections.includes(value))
  return field === 'year' ? value === '2016' : field === 'month' ? (found.decided ?? '').startsWith(value) : false
}
const whereOf = (params) => params.getAll('where').map((each) => [each.slice(0, each.indexOf(':')), each.slice(each.indexOf(':') + 1)])

function fits(params) {
  const where = whereOf(params)
  const named = [...new Set(where.map(([field]) => field))]
  const [q, from, until] = ['q', 'from', 'until'].map((name) => params.get(name) ?? '')
  return (each) =>
    !/nothing|carisoprodl/.test(q) && named.every((field) => where.some((one) => one[0] === field && holds(each, one))) &&
    (!from || (each.decided ?? '') >= from) && (!until || (each.decided ?? '9') <= until)
}

/** What the search finds: { total, exact, suggestion, letters, found, facets }. */
export function search(params) {
  const all = letters.filter(fits(params))
  const [skip, limit] = [Number(params.get('skip') ?? 0), Number(params.get('limit') ?? 20)]
  const byDay = (one, other) => (one.decided ?? '').localeCompare(other.decided ?? '')
  const sort = params.get('sort')
  if (sort) all.sort((one, other) => (sort === 'newest' ? -byDay(one, other) : byDay(one, other)))
  const why = params.get('q') ? ['spasm', 'carisoprodol', 'therapi'] : []
  const counted = (facet, says, values) => ({
    facet, says, values: values.map((value) => ({ value, letters: all.filter((each) => holds(each, [facet, value])).length || (facet === 'drug' || facet === 'colour' ? 1 : 0) })).filter(({ letters }) => letters > 0 && all.length > 0),
  })
  return {
    total: all.length, exact: params.get('q') !== 'many', suggestion: params.get('q') === 'carisoprodl' ? 'carisoprodol' : null, letters: letters.length,
    found: all.slice(skip, skip + limit).map((each) => ({ ...each, snippet: snippet(letters.indexOf(each)), why })),
    facets: params.get('facets') === 'yes' ? fields.map((field) => counted(...field)).filter(({ values }) => values.length > 0) : [],
  }
}

const row = (value, items, overturned, low, high) => ({ value, items, upheld: items - overturned, overturned, share: { value: overturned / items, low, high }, few: items < 30 })
const months = Array.from({ length: 14 }, (_, at) => row(`201${5 + Math.floor(at / 12)}-${String(1 + (at % 12)).padStart(2, '0')}`, at % 5 === 4 ? 12 : 60 + at, at % 5 === 4 ? 3 : 5 + at, at % 5 === 4 ? 0.09 : (3 + at) / 75, at % 5 === 4 ? 0.53 : (13 + at) / 75))
const rows = {
  month: months.filter((_, at) => at !== 6),
  drug: [row('carisoprodol', 90, 4, 0.017, 0.109), row(hostile, 60, 12, 0.118, 0.318), row(long, 40, 6, 0.071, 0.291), row('tramadol', 12, 3, 0.089, 0.532), row(null, 11, 1, 0.016, 0.377)],
  category: [row('Pharmaceuticals', 150, 13, 0.051, 0.143), row('Rehabilitation', 52, 12, 0.138, 0.361), row('Imaging', 11, 1, 0.016, 0.377)],
}

/** How the items of two periods were decided. */
export function periods(params) {
  const few = whereOf(params).some(([, value]) => value === 'tramadol')
  const earlier = row(params.get('earlier'), few ? 12 : 480, few ? 3 : 48, few ? 0.089 : 0.076, few ? 0.532 : 0.130)
  const later = row(params.get('later'), 512, 71, 0.111, 0.171)
  return { earlier, later, difference: few ? { value: -0.111, low: -0.399, high: 0.057, probability: 0.272 } : { value: 0.0387, low: -0.0021, high: 0.0791, probability: 0.0614 } }
}

/** How the items were decided, by a field. */
export function statistics(params) {
  const by = params.get('by')
  const none = whereOf(params).some(([, value]) => value === 'nothing')
  const few = whereOf(params).some(([, value]) => value === 'tramadol')
  const all = none ? { value: null, items: 0, upheld: 0, overturned: 0, share: null, few: true } : few ? row(null, 12, 3, 0.089, 0.532) : row(null, 213, 26, 0.0846, 0.1729)
  return { by, says: fields.find(([facet]) => facet === by)?.[1] ?? by, fields: fields.map(([facet, says]) => ({ facet, says })), rows: none ? [] : few ? [row('2016-01', 12, 3, 0.089, 0.532)] : rows[by] ?? rows.category, all }
}
