import { programme, stateOf } from './programme.mjs'

export const today = '2015-10-13'
const day = 86_400_000
export const dayAfter = (from, days) => new Date(Date.parse(`${from}T00:00:00Z`) + days * day).toISOString().slice(0, 10)

const treatments = [
  'Soma (carisoprodol) 350 mg, 60 tablets', 'Norco 10/325 mg #120', 'MRI of the lumbar spine without contrast', 'Physical therapy, 12 visits',
  'Gabapentin 600 mg #90', 'Lumbar epidural steroid injection at L4-L5 under fluoroscopy', 'Omeprazole 20 mg #60', 'Functional capacity evaluation',
  'Psychological consultation', 'TENS unit, purchase', 'Compound cream: gabapentin 10%, lidocaine 5%, 180 g',
]

/** The work of a role: `count` invented cases, the first due first. */
export function workOf(role, count, reviewer = null) {
  const states = programme.states.filter(({ work }) => work === role)
  if (states.length === 0) return []
  const perDay = Math.max(1, Math.ceil(count / 40))
  const rows = Array.from({ length: count }, (_, at) => {
    const { id, says } = states[at % states.length]
    const due = dayAfter(today, Math.floor(at / perDay) - 4)
    const items = Array.from({ length: 1 + (at % 4 === 0 ? at % 3 : 0) }, (_, item) => treatments[(at * 3 + item) % treatments.length])
    return {
      case_number: `CM00-${String(at + 101).padStart(7, '0')}`, state: id, says, priority: at % 7 === 2 ? 'expedited' : 'standard',
      received: dayAfter(due, -31), due: id === 'deferred' ? null : due, items, reviewer: reviewer ?? (role === 'review' ? `r-0${10 + (at % 20)}` : null),
    }
  })
  return [...rows.filter(({ due }) => due !== null), ...rows.filter(({ due }) => due === null)]
}

/** A page of /api/work. */
export function workPage(rows, role, query) {
  const late = rows.filter(({ due }) => due !== null && due < today)
  const wanted = query.get('overdue') === 'true' ? late : rows
  const from = Number(query.get('cursor') ?? 0)
  const limit = Number(query.get('limit') ?? 50)
  const next = from + limit < wanted.length ? String(from + limit) : null
  return {
    role, today, total: rows.length, overdue: late.length, due_today: rows.filter(({ due }) => due === today).length,
    rows: wanted.slice(from, from + limit), next,
  }
}

export const saysOf = (id) => stateOf(id)?.says ?? id
