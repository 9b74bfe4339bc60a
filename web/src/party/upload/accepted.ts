const mostBytes = 512 * 1024 * 1024
const mostFiles = 50

export interface Refusal {
  name: string
  why: 'empty' | 'large' | 'many'
}

/** The files chosen so far with the new ones; what cannot be sent is named. A file chosen twice is there once. */
export function accepted(files: File[], chosen: File[]): { kept: File[]; refusals: Refusal[] } {
  const kept = [...files]
  const refusals: Refusal[] = []
  for (const file of chosen) {
    if (kept.some((each) => isSame(each, file))) continue
    const why = file.size === 0 ? 'empty' : file.size > mostBytes ? 'large' : kept.length >= mostFiles ? 'many' : null
    if (why) refusals.push({ name: file.name, why })
    else kept.push(file)
  }
  return { kept, refusals }
}

const isSame = (one: File, other: File) =>
  one.name === other.name && one.size === other.size && one.lastModified === other.lastModified
