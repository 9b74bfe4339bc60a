import { useEffect, useState } from 'react'

const mostBytes = 64 << 20
const counted = new WeakMap<File, Promise<number | null>>()

/** The pages of a file as far as the browser can tell: of PDF and pictures. null: it cannot. Counted once a file. */
export function countPages(file: File): Promise<number | null> {
  const known = counted.get(file)
  if (known) return known
  const counting = count(file).catch(() => null)
  counted.set(file, counting)
  return counting
}

async function count(file: File): Promise<number | null> {
  if (/^image\/(png|jpeg)$/.test(file.type)) return 1
  if (!/\.pdf$/i.test(file.name) || file.size > mostBytes) return null
  const { openPdf } = await import('../../pdf/pdf')
  const pdf = openPdf(new Uint8Array(await file.arrayBuffer()))
  try {
    return (await pdf.document).numPages
  } finally {
    pdf.close()
  }
}

/** Page counts beside their files; undefined while they are counted. */
export function usePages(files: File[]): (number | null | undefined)[] {
  const [known, setKnown] = useState(new Map<File, number | null>())
  useEffect(() => {
    for (const file of files) {
      void countPages(file).then((pages) => setKnown((now) => (now.has(file) ? now : new Map(now).set(file, pages))))
    }
  }, [files])
  return files.map((file) => known.get(file))
}
