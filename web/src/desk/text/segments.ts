import { Bytes } from './bytes'

export interface Span {
  /** Bytes of the document. */
  begin: number
  end: number
}

export interface Segment {
  text: string
  /** Which of the spans cover it, by their place in the list. */
  spans: number[]
}

/** The text of a page cut wherever a span begins or ends. `first`: bytes of the document before the page. */
export function segmentsOf(text: string, first: number, spans: Span[]): Segment[] {
  const bytes = new Bytes(text)
  const units = spans.map(({ begin, end }) => [bytes.unitAt(begin - first), bytes.unitAt(end - first)] as const)
  const cuts = [...new Set([0, text.length, ...units.flat()])].sort((a, b) => a - b)
  return cuts.slice(1).map((to, at) => {
    const from = cuts[at]!
    const covering = units.flatMap(([begin, end], span) => (begin <= from && to <= end ? [span] : []))
    return { text: text.slice(from, to), spans: covering }
  })
}
