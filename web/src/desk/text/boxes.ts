import type { Box } from '../types'
import type { Span } from './segments'

/** A word of a page as the server tells it: begin, end, left, top, right, bottom. */
type Word = readonly number[]

/** The boxes around the words of a span: one a line, since words of one line belong together. */
export function boxesOf(span: Span, words: readonly Word[]): Box[] {
  const covered = words.filter(([begin, end]) => begin! < span.end && end! > span.begin)
  return covered.reduce<Box[]>((lines, [, , left, top, right, bottom]) => {
    const word: Box = [left!, top!, right!, bottom!]
    const line = lines.at(-1)
    if (line && sameLine(line, word)) lines[lines.length - 1] = around(line, word)
    else lines.push(word)
    return lines
  }, [])
}

function sameLine(a: Box, b: Box): boolean {
  const shared = Math.min(a[3]!, b[3]!) - Math.max(a[1]!, b[1]!)
  return shared > Math.min(a[3]! - a[1]!, b[3]! - b[1]!) / 2 && b[0]! >= a[0]!
}

const around = (a: Box, b: Box): Box => [
  Math.min(a[0]!, b[0]!), Math.min(a[1]!, b[1]!), Math.max(a[2]!, b[2]!), Math.max(a[3]!, b[3]!),
]

/** Where a box stands on a page of this size, in percent, so that it stays there at every zoom. */
export function inPercent([left, top, right, bottom]: Box, width: number, height: number) {
  const percent = (value: number, whole: number) => `${((100 * value) / whole).toFixed(3)}%`
  return {
    left: percent(left!, width),
    top: percent(top!, height),
    width: percent(right! - left!, width),
    height: percent(bottom! - top!, height),
  }
}
