export interface Topic {
  topic: string
  title: string
  editions: string[]
}

const plain = (text: string) => text.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '').replace(/[_-]/g, ' ')

/** The topics that hold every word of the search, anywhere in their title or id; those that begin with it first. */
export function found<T extends Topic>(topics: T[], search: string): T[] {
  const asked = plain(search).split(/\s+/).filter(Boolean)
  const held = topics.filter(({ topic, title }) => {
    const text = `${plain(title)} ${plain(topic)}`
    return asked.every((word) => text.includes(word))
  })
  const begins = ({ title }: T) => (asked.length > 0 && plain(title).startsWith(asked[0]!) ? 0 : 1)
  return held.sort((one, other) => begins(one) - begins(other) || one.title.localeCompare(other.title))
}

/** The topics by the first letter of their titles, in the alphabet's order. What begins with a figure stands under `0-9`. */
export function byLetter<T extends Topic>(topics: T[]): { letter: string; topics: T[] }[] {
  const groups = new Map<string, T[]>()
  for (const topic of topics) {
    const first = plain(topic.title).charAt(0).toUpperCase()
    const letter = /[A-Z]/.test(first) ? first : '0-9'
    groups.set(letter, [...(groups.get(letter) ?? []), topic])
  }
  return [...groups].map(([letter, of]) => ({ letter, topics: of })).sort((one, other) => one.letter.localeCompare(other.letter))
}
