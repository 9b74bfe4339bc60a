export type Value = string | number | null

/** Rows as CSV (RFC 4180). A text that a spreadsheet would take for a formula is kept a text. */
export function toCsv(titles: string[], rows: Value[][]): string {
  return [titles, ...rows].map((row) => row.map(field).join(',')).join('\r\n') + '\r\n'
}

function field(value: Value): string {
  if (value === null) return ''
  if (typeof value === 'number') return String(value)
  const text = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
