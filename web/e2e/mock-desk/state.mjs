// What an invented case went through: the rules of the real one that the desk depends on.
import { draftOf, items, summary } from './case.mjs'

const says = {
  'reviewer-proposed': 'an expert reviewer was asked', 'in-review': 'the expert reviewer decides', 'in-quality': 'the quality check reads the determination',
  'to-sign': 'the determination waits for the signature', signed: 'the determination has to be issued',
}
const acts = {
  'reviewer-proposed': [['reviewer-accepted', 'acceptance'], ['conflict-found', 'events']],
  'in-review': [['draft-prepared', 'draft'], ['own-finding-recorded', 'events'], ['finding-accepted', 'events'], ['finding-overridden', 'events'],
    ['item-decided', 'events'], ['submitted', 'submission'], ['conflict-found', 'events']],
  'in-quality': [['taken-back', 'events']],
  'to-sign': [['signed', 'signature'], ['taken-back', 'events']],
  signed: [],
}

export function newCase(number, state, more = {}) {
  return { number, state, version: 7, draft: true, items: items(), notes: { version: 0, at: null, text: { summary: '', items: [] } }, attested: state !== 'reviewer-proposed', signed: false, letters: 12_400, ...more }
}

export const actsOf = ({ state }) => acts[state].map(([event, by]) => ({
  event, result: null, says: event, to: null, section: 'Lab. Code 4610.6', standing: 'confirmed', by, fields: [], needs_reason: false,
}))

export const saysOf = ({ state }) => says[state]

export function missingOf({ items }) {
  const undecided = items.filter(({ decided }) => !decided).map(({ item }) => ({ item, message: 'no clinical reasons are given for the treatment', section: 'Lab. Code 4610.6(d)', soft: false }))
  return [...undecided, { item: 0, message: 'the summary is short', section: 'house style', soft: true }]
}

export const summaryOf = ({ draft, items }) => (draft && items.every(({ draft_shown }) => draft_shown) ? summary : [])

const refuse = (code, title, status = 409) => ({ status, code, title })

/** Takes an event; a refusal where the case does not allow it. */
export function take(c, { event, what, why }) {
  const item = c.items.find((each) => each.item === what?.item)
  const done = events[event]?.(c, item, what ?? {}, why) ?? null
  if (done === null) c.version += 1
  return done
}

const events = {
  'own-finding-recorded': (_, item, { decision }) => {
    item.own ??= decision
    item.draft_shown = true
    item.draft = draftOf(item)
  },
  'finding-accepted': (_, item, { criterion }) => answer(item, criterion, { overridden: false, finding: null, why: null }),
  'finding-overridden': (_, item, { criterion, finding }, why) => answer(item, criterion, { overridden: true, finding, why }),
  'item-decided': (c, item, { decision, rationale, citation }) => {
    if (c.draft && !item.own) return refuse('own_first', 'The reviewer’s own finding comes first.')
    item.decided = { decision, rationale, citation: citation || null }
  },
  'taken-back': (c) => void (c.state = 'in-review'),
}

function answer(item, criterion, said) {
  if (!item.own) return refuse('own_first', 'The reviewer’s own finding comes first.')
  item.criteria.find(({ id }) => id === criterion).answer = said
}
