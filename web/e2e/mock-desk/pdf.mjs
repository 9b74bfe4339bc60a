import { height, left, lineAt, size, width } from './layout.mjs'

const escaped = (text) => text.replace(/[\\()]/g, '\\$&').replace(/[^\x20-\x7e]/g, '?')

const stream = (text) => {
  const lines = text.split('\n').map((line, at) => `1 0 0 1 ${left} ${height - lineAt(at) - size} Tm (${escaped(line)}) Tj`)
  return `BT /F1 ${size} Tf\n${lines.join('\n')}\nET`
}

/** A PDF with a page for each text. */
export function pdfOf(texts) {
  const pages = texts.map((_, at) => `${4 + 2 * at} 0 R`)
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Count ${texts.length} /Kids [${pages.join(' ')}] /MediaBox [0 0 ${width} ${height}] >>`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Courier >>',
    ...texts.flatMap((text, at) => {
      const content = stream(text)
      return [
        `<< /Type /Page /Parent 2 0 R /Resources << /Font << /F1 3 0 R >> >> /Contents ${5 + 2 * at} 0 R >>`,
        `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
      ]
    }),
  ]
  let out = '%PDF-1.4\n'
  const offsets = objects.map((object, at) => {
    const offset = out.length
    out += `${at + 1} 0 obj\n${object}\nendobj\n`
    return offset
  })
  const start = out.length
  const rows = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('')
  out += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${rows}`
  return Buffer.from(`${out}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${start}\n%%EOF\n`, 'latin1')
}
