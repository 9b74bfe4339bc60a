export interface Piece {
  text: string
  what: 'same' | 'added' | 'removed'
}

/** What became of a text, word by word: the fewest words removed and added. For texts of a sentence or two. */
export function wordDiff(before: string, after: string): Piece[] {
  const [old, now] = [before.split(/\s+/), after.split(/\s+/)]
  const common = table(old, now)
  const pieces: Piece[] = []
  const put = (text: string, what: Piece['what']) => {
    const last = pieces.at(-1)
    if (last?.what === what) last.text += ` ${text}`
    else pieces.push({ text, what })
  }
  let [i, j] = [0, 0]
  while (i < old.length || j < now.length) {
    if (i < old.length && j < now.length && old[i] === now[j]) put(old[i++]!, 'same'), j++
    else if (i < old.length && (j === now.length || common[i + 1]![j]! >= common[i]![j + 1]!)) put(old[i++]!, 'removed')
    else put(now[j++]!, 'added')
  }
  return pieces
}

// common[i][j]: how many words old[i..] and now[j..] have in common, in order.
function table(old: string[], now: string[]): number[][] {
  const common = Array.from({ length: old.length + 1 }, () => new Array<number>(now.length + 1).fill(0))
  for (let i = old.length - 1; i >= 0; --i) {
    for (let j = now.length - 1; j >= 0; --j) {
      common[i]![j] = old[i] === now[j] ? common[i + 1]![j + 1]! + 1 : Math.max(common[i + 1]![j]!, common[i]![j + 1]!)
    }
  }
  return common
}
