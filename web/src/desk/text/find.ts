export interface Found {
  page: number
  /** Bytes of the document. */
  begin: number
  end: number
  before: string
  text: string
  after: string
}

const around = 40
const encoder = new TextEncoder()
const byteLength = (text: string) => encoder.encode(text).length

/** Where the words stand on a page; letter case and the kind of white space make no difference. */
export function findOnPage({ page, text, begin }: { page: number; text: string; begin: number }, wanted: string): Found[] {
  const pattern = patternOf(wanted)
  if (!pattern) return []
  return [...text.matchAll(pattern)].map((match) => {
    const to = match.index + match[0].length
    const from = begin + byteLength(text.slice(0, match.index))
    return {
      page,
      begin: from,
      end: from + byteLength(match[0]),
      before: oneLine(text.slice(Math.max(0, match.index - around), match.index)),
      text: oneLine(match[0]),
      after: oneLine(text.slice(to, to + around)),
    }
  })
}

function patternOf(wanted: string): RegExp | null {
  const parts = wanted.trim().split(/\s+/).filter(Boolean)
  if (parts.length === 0) return null
  return new RegExp(parts.map((part) => part.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')).join('\\s+'), 'giu')
}

const oneLine = (text: string) => text.replace(/\s+/g, ' ')
