import { expect, test } from 'vitest'
import { wordDiff } from './word-diff'

const shown = (before: string, after: string) =>
  wordDiff(before, after).map(({ text, what }) => ({ same: text, added: `+${text}`, removed: `-${text}` })[what]).join(' ')

test('words that stayed stay, and runs of changes stand together', () => {
  const cases = [
    ['given for a flare-up', 'given for acute low back pain or a flare-up', 'given for +acute low back pain or a flare-up'],
    ['used for two weeks', 'used for three weeks', 'used for -two +three weeks'],
    ['a b', 'c d', '-a b +c d'],
    ['same words', 'same words', 'same words'],
  ]
  for (const [before, after, expected] of cases) expect(shown(before!, after!)).toBe(expected)
})
