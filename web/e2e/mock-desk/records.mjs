// The records of an invented case: 500 pages of visits as a PDF, a denial as text, a scanned prescription as a picture.
import { createHash } from 'node:crypto'
import { bytes, layOut, pageOf } from './layout.mjs'
import { pdfOf } from './pdf.mjs'
import { pngOf } from './png.mjs'

const visits = [[400, '2014-09-09', 8], [430, '2014-12-02', 7], [452, '2015-02-24', 8], [470, '2015-05-12', 7], [485, '2015-07-14', 8], [492, '2015-08-19', 5]]

const filler = (page) => Array.from({ length: 38 }, (_, line) =>
  `${String(line + 1).padStart(2)}  The chart was carried forward; item ${page}.${line + 1} is without change since.`)

function visit(page, day, pain) {
  return [
    "PRIMARY TREATING PHYSICIAN'S PROGRESS REPORT (PR-2)", `Date of visit: ${day}          Page ${page} of 500`, '',
    `SUBJECTIVE: Low back pain is ${pain}/10 - “constant”, worse with sitting.`,
    'The patient takes MS Contin 15 mg BID and hydrocodone-APAP',
    '10-325 mg #2 TID, Soma 350 mg TID and Klonopin 1 mg at night.', '',
    page === 492 ? 'He says that he stopped Soma last month on his own.' : 'He tolerates the medication.',
    page === 492 ? 'Urine drug test of Aug 5: consistent with what is prescribed.' : 'No side effects are told.', '',
    'OBJECTIVE: Tenderness of the lumbar paraspinal muscles. SLR negative.', 'Gait is normal. Strength 5/5.', '',
    'WORK STATUS: Temporarily totally disabled for 45 days.', '',
    'PLAN: Soma (carisoprodol) 350 mg #60, Norco 10/325 mg #180,', 'Klonopin 1 mg #30. Return in six weeks.',
  ].join('\n')
}

const texts = Array.from({ length: 500 }, (_, at) => {
  const found = visits.find(([page]) => page === at + 1)
  return found ? visit(...found) : [`Progress note, page ${at + 1} of 500`, '', ...filler(at + 1)].join('\n')
})

const denial = [
  ['UTILIZATION REVIEW DETERMINATION', 'Sep 2, 2015', '', 'Carisoprodol is not recommended for longer than 2 to 3 weeks.',
    'Norco: no pain contract and no functional improvement were found.', 'Klonopin is not recommended for long-term use.'].join('\n'),
  ['Peer-to-peer: Dr. Invented was called on Aug 31, 2015 and answered:', '“The patient failed two other relaxants.”'].join('\n'),
]
const scan = ['PRESCRIPTION', '', 'Klonopin (clonazepam) 1 mg', 'one tablet at night, #30', '', 'Aug 19, 2015'].join('\n')

const hashOf = (content) => createHash('sha256').update(content).digest('hex')
const pdf = pdfOf(texts.map((text) => text.replace(/[“”]/g, '"')))
const png = pngOf(pageOf(scan, 0))

function record(name, type, content, pages, more) {
  return { document: hashOf(content), name, type, content, pages, unreadable: 0, repeated: 0, parts: [], kind: null, date: null, ...more }
}

const part = ([page, date]) => ({ kind: 'PR-2', date, page, pages: 1 })
export const records = [
  record('records/visits.pdf', 'application/pdf', pdf, layOut(texts), {
    media: 'pdf', kind: 'progress reports', repeated: 30, unreadable: 2,
    parts: [{ kind: 'progress notes', date: null, page: 1, pages: 399 }, ...visits.map(part)],
  }),
  record('records/denial.txt', 'text/plain; charset=utf-8', Buffer.from(denial.join('\f')), layOut(denial).map((page) => ({ ...page, width: null, height: null, words: [] })),
    { media: 'text', kind: 'UR denial', date: '2015-09-02' }),
  record('records/prescription.png', 'image/png', png, [pageOf(scan, 0)], { media: 'picture', kind: 'prescription', date: '2015-08-19' }),
]

/** The place of some words on a page of a record. */
export function place(name, page, text) {
  const { begin, text: all } = records.find((each) => each.name === `records/${name}`).pages[page - 1]
  const at = all.indexOf(text)
  if (at < 0) throw new Error(`'${text}' is not on page ${page} of ${name}`)
  const from = begin + bytes(all.slice(0, at))
  return { document: `records/${name}`, page, begin: from, end: from + bytes(text), text }
}

export const visitPages = visits
