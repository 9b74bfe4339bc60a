// Pages of typed text: where each line and word stands. Courier, so that a word's box follows from its letters.
export const width = 612
export const height = 792
export const size = 10
const letter = size * 0.6
const lineHeight = 14
export const left = 60
export const top = 64

export const lineAt = (line) => top + line * lineHeight

/** A page as the API tells it, without its facts. `begin`: bytes of the document before it. */
export function pageOf(text, begin) {
  const words = []
  let byte = begin
  text.split('\n').forEach((line, at) => {
    for (const match of line.matchAll(/\S+/g)) {
      const from = byte + bytes(line.slice(0, match.index))
      const x = left + match.index * letter
      const y = lineAt(at)
      words.push([from, from + bytes(match[0]), x, y, x + match[0].length * letter, y + size + 2])
    }
    byte += bytes(line) + 1
  })
  return { begin, text, width, height, words }
}

export const bytes = (text) => Buffer.byteLength(text)

/** The pages of a document with the bytes before each; a form feed parts them. */
export function layOut(texts) {
  let begin = 0
  return texts.map((text) => {
    const page = pageOf(text, begin)
    begin += bytes(text) + 1
    return page
  })
}
