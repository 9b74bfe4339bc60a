import { expect, test } from 'vitest'
import { readText } from './read-text'

test('text is read in either encoding; what is no text is refused', async () => {
  const cases: [number[], string | null][] = [
    [[0xef, 0xbb, 0xbf, 0x53, 0x6f], 'So'],
    [[0xc3, 0xa9], 'é'],
    [[0x63, 0x61, 0x66, 0xe9], 'café'],
    [[0x25, 0x50, 0x44, 0x46, 0x00], null],
    [[0xff, 0xd8, 0xff, 0x01], null],
  ]
  for (const [bytes, text] of cases) expect(await readText(new Blob([new Uint8Array(bytes)]))).toBe(text)
})

test('a file of more than a mebibyte is refused', async () => {
  expect(await readText(new Blob([new Uint8Array((1 << 20) + 1).fill(65)]))).toBeNull()
})
