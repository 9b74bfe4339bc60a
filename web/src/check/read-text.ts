const most = 1 << 20

/** The text of a file: UTF-8 with or without a mark, else as Windows writes it. null: it is no text, or very large. */
export async function readText(file: Blob): Promise<string | null> {
  if (file.size > most) return null
  const bytes = new Uint8Array(await file.arrayBuffer())
  if (bytes.includes(0)) return null
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return isPrintable(bytes) ? new TextDecoder('windows-1252').decode(bytes) : null
  }
}

const isPrintable = (bytes: Uint8Array) => bytes.every((byte) => byte >= 32 || [9, 10, 12, 13].includes(byte))
