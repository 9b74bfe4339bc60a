/** A part of a letter's text: a heading, which stands in capitals, or a paragraph with the line breaks that matter. */
export interface Block {
  heading: boolean
  text: string
}

/**
 * The text of a letter for reading. Lines that were broken by the width of the page are joined, so that they break anew on
 * any screen; lists and short lines stay as they are. Words are never changed; the text as it was printed is a download.
 */
export function blocksOf(text: string): Block[] {
  const lines = text.replaceAll('\r', '').replaceAll('\f', '\n\n').split('\n').map((line) => line.trim())
  const full = fullLine(lines)
  return paragraphs(lines).map((paragraph) => ({ heading: isHeading(paragraph), text: joined(paragraph, full) }))
}

// Where most lines are followed by an empty one, as out of some files, only two of them part paragraphs.
function paragraphs(lines: string[]): string[][] {
  const enough = isDoubleSpaced(lines) ? 2 : 1
  const out: string[][] = []
  let empty = enough
  for (const line of lines) {
    if (line === '') {
      empty += 1
      continue
    }
    if ((empty >= enough && !goesOn(out.at(-1)?.at(-1), line)) || isCapitals(line)) out.push([])
    else if (isHeading(out.at(-1)!)) out.push([])
    out.at(-1)!.push(line)
    empty = 0
  }
  return out
}

// A sentence that a new page cut in two.
const goesOn = (before: string | undefined, line: string) => before !== undefined && /[\p{Ll},]$/u.test(before) && /^\p{Ll}/u.test(line)

function isDoubleSpaced(lines: string[]): boolean {
  const written = lines.flatMap((line, at) => (line !== '' && at + 1 < lines.length ? [lines[at + 1] === ''] : []))
  return written.length > 3 && written.filter(Boolean).length > 0.8 * written.length
}

// The width of most lines: the longest but for some odd ones.
function fullLine(lines: string[]): number {
  const lengths = lines.filter(Boolean).map(({ length }) => length).sort((one, other) => one - other)
  return Math.min(lengths[Math.floor(0.9 * lengths.length)] ?? 0, longest)
}
const longest = 110
const nearlyFull = 0.75

function joined(lines: string[], full: number): string {
  return lines.reduce((text, line, at) => {
    const before = lines[at - 1] ?? ''
    if (before.length < nearlyFull * full || isItem(line)) return `${text}\n${line}`
    return /[\p{L}\d]-$/u.test(text) ? text + line : `${text} ${line}`
  })
}

const isItem = (line: string) => /^(?:[-*•·]|\(?\d{1,2}[.)]|\(?[a-z][.)])\s/.test(line)
const isCapitals = (line: string) => line.length < 80 && /[A-Z]{3}.*[A-Z]{2}/.test(line) && /\s/.test(line) && !/[a-z]/.test(line) && !/\d/.test(line)
const isHeading = (lines: string[]) => lines.length > 0 && lines.every(isCapitals)
