import { deflateSync } from 'node:zlib'

/** A page as a scanner might leave it: white paper with dark strokes where the words are, in half a point a pixel. */
export function pngOf({ width, height, words }) {
  const [columns, rows] = [width * 2, height * 2]
  const pixels = Buffer.alloc((columns + 1) * rows, 0xfa)
  for (let row = 0; row < rows; row += 1) pixels[row * (columns + 1)] = 0
  for (const [, , left, top, right, bottom] of words) {
    for (let row = Math.round(top * 2) + 6; row < bottom * 2 - 5; row += 1) {
      for (let column = Math.round(left * 2); column < right * 2; column += 1) {
        if ((column * 7 + row * 13) % 5 < 3) pixels[row * (columns + 1) + 1 + column] = 0x33
      }
    }
  }
  const head = Buffer.alloc(13)
  head.writeUInt32BE(columns, 0)
  head.writeUInt32BE(rows, 4)
  head[8] = 8
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), chunk('IHDR', head), chunk('IDAT', deflateSync(pixels)), chunk('IEND', Buffer.alloc(0)),
  ])
}

function chunk(name, data) {
  const body = Buffer.concat([Buffer.from(name), data])
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(data.length)
  sum.writeUInt32BE(crc(body))
  return Buffer.concat([length, body, sum])
}

function crc(bytes) {
  let sum = 0xffffffff
  for (const byte of bytes) {
    sum ^= byte
    for (let bit = 0; bit < 8; bit += 1) sum = sum & 1 ? (sum >>> 1) ^ 0xedb88320 : sum >>> 1
  }
  return (sum ^ 0xffffffff) >>> 0
}
