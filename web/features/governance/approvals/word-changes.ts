export interface Change {
  readonly kind: 'same' | 'added' | 'taken'
  readonly text: string
}

/** Longer texts are shown as they are: finding their differences word by word would take too long. */
const MOST_WORDS = 3000

/** What was taken out and put in between two texts, word by word; null where they are too long to tell. */
export function wordChanges(before: string, after: string): readonly Change[] | null {
  const old = wordsOf(before)
  const now = wordsOf(after)
  if (old.length > MOST_WORDS || now.length > MOST_WORDS) return null
  const longest = commonLengths(old, now)
  const changes: { kind: Change['kind']; text: string }[] = []
  const add = (kind: Change['kind'], text: string) => {
    const last = changes.at(-1)
    if (last?.kind === kind) last.text += text
    else changes.push({ kind, text })
  }
  let [at, to] = [0, 0]
  while (at < old.length || to < now.length) {
    if (at < old.length && to < now.length && old[at] === now[to]) {
      add('same', old[at] ?? '')
      at += 1
      to += 1
    } else if (
      to >= now.length ||
      (at < old.length && lengthAt(longest, at + 1, to) >= lengthAt(longest, at, to + 1))
    ) {
      add('taken', old[at] ?? '')
      at += 1
    } else {
      add('added', now[to] ?? '')
      to += 1
    }
  }
  return changes
}

function wordsOf(text: string): readonly string[] {
  return text.match(/\s+|[^\s]+/gu) ?? []
}

function lengthAt(lengths: readonly Uint16Array[], row: number, column: number): number {
  return lengths[row]?.[column] ?? 0
}

/** How long the longest common course is from each pair of places to the ends. */
function commonLengths(old: readonly string[], now: readonly string[]): readonly Uint16Array[] {
  const lengths = Array.from({ length: old.length + 1 }, () => new Uint16Array(now.length + 1))
  for (let row = old.length - 1; row >= 0; row -= 1) {
    const line = lengths[row]
    if (line === undefined) continue
    for (let column = now.length - 1; column >= 0; column -= 1)
      line[column] =
        old[row] === now[column]
          ? lengthAt(lengths, row + 1, column + 1) + 1
          : Math.max(lengthAt(lengths, row + 1, column), lengthAt(lengths, row, column + 1))
  }
  return lengths
}
