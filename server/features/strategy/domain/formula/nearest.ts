/** The word among the known ones that was probably meant: at most two letters away, and closer than half of it. */
export function nearest(word: string, known: readonly string[]): string | null {
  const [best] = known
    .map((candidate) => ({ candidate, distance: distanceBetween(word, candidate) }))
    .filter(({ candidate, distance }) => distance <= 2 && distance * 2 < candidate.length)
    .sort((left, right) => left.distance - right.distance)
  return best?.candidate ?? null
}

/** How many letters have to be added, taken away or replaced (Levenshtein). */
function distanceBetween(left: string, right: string): number {
  let row = Array.from({ length: right.length + 1 }, (_, place) => place)
  for (const [index, letter] of left.split('').entries()) {
    const next = [index + 1]
    for (let place = 1; place <= right.length; place += 1) {
      const replaced = (row[place - 1] ?? 0) + (right[place - 1] === letter ? 0 : 1)
      next.push(Math.min(replaced, (row[place] ?? 0) + 1, (next[place - 1] ?? 0) + 1))
    }
    row = next
  }
  return row.at(-1) ?? 0
}
