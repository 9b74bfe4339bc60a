/**
 * Places count bytes of UTF-8, JavaScript counts units of UTF-16. `Bytes` turns the one into the other for one text; a
 * byte within a character counts as its beginning, one behind the end as the end.
 */
export class Bytes {
  private readonly starts: Uint32Array | null
  private readonly length: number

  constructor(text: string) {
    this.length = text.length
    this.starts = isAscii(text) ? null : startsOf(text)
  }

  unitAt(byte: number): number {
    if (byte <= 0) return 0
    if (!this.starts) return Math.min(byte, this.length)
    return byte < this.starts.length ? this.starts[byte]! : this.length
  }
}

const isAscii = (text: string) => /^[\x00-\x7f]*$/.test(text)

/** For each byte, the unit at which its character begins. */
function startsOf(text: string): Uint32Array {
  const starts = new Uint32Array(new TextEncoder().encode(text).length)
  let byte = 0
  let unit = 0
  for (const character of text) {
    const code = character.codePointAt(0)!
    const bytes = code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4
    starts.fill(unit, byte, byte + bytes)
    byte += bytes
    unit += character.length
  }
  return starts
}
