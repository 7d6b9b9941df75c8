/** A stretch of one of two texts, and whether the other lacks it. */
export interface Stretch {
  readonly text: string
  readonly only: boolean
}

const TOKENS = /\s+|[\p{L}\p{M}\p{N}]+|[^\s\p{L}\p{M}\p{N}]/gu
/** Above this many steps the middle of two texts counts as different as a whole. */
const MOST_STEPS = 4_000_000

function join(tokens: readonly string[], only: readonly boolean[]): readonly Stretch[] {
  const stretches: { text: string; only: boolean }[] = []
  for (const [place, token] of tokens.entries()) {
    const own = only[place] ?? false
    const last = stretches.at(-1)
    if (last !== undefined && last.only === own) last.text += token
    else stretches.push({ text: token, only: own })
  }
  return stretches
}

/** Length of the longest common subsequence of all tails of two lists, as rows. */
function commonLengths(left: readonly string[], right: readonly string[]): readonly Uint16Array[] {
  const rows = Array.from({ length: left.length + 1 }, () => new Uint16Array(right.length + 1))
  for (let i = left.length - 1; i >= 0; i -= 1) {
    const row = rows[i] ?? new Uint16Array()
    const below = rows[i + 1] ?? new Uint16Array()
    for (let j = right.length - 1; j >= 0; j -= 1) {
      row[j] = left[i] === right[j] ? (below[j + 1] ?? 0) + 1 : Math.max(below[j] ?? 0, row[j + 1] ?? 0)
    }
  }
  return rows
}

/** Compares two texts word by word (punctuation by character) and marks on each side what the other lacks. */
export function compareTexts(
  ours: string,
  theirs: string,
): { readonly ours: readonly Stretch[]; readonly theirs: readonly Stretch[] } {
  const left = ours.match(TOKENS) ?? []
  const right = theirs.match(TOKENS) ?? []
  const onlyLeft = left.map(() => true)
  const onlyRight = right.map(() => true)
  let start = 0
  while (start < left.length && start < right.length && left[start] === right[start]) start += 1
  let end = 0
  while (end < left.length - start && end < right.length - start && left.at(-1 - end) === right.at(-1 - end)) end += 1
  const keep = (i: number, j: number) => {
    onlyLeft[i] = false
    onlyRight[j] = false
  }
  for (let i = 0; i < start; i += 1) keep(i, i)
  for (let i = 1; i <= end; i += 1) keep(left.length - i, right.length - i)
  const middleLeft = left.slice(start, left.length - end)
  const middleRight = right.slice(start, right.length - end)
  if (middleLeft.length * middleRight.length <= MOST_STEPS)
    keepCommon(middleLeft, middleRight, (i, j) => keep(start + i, start + j))
  return { ours: join(left, onlyLeft), theirs: join(right, onlyRight) }
}

function keepCommon(left: readonly string[], right: readonly string[], keep: (i: number, j: number) => void): void {
  const lengths = commonLengths(left, right)
  for (let i = 0, j = 0; i < left.length && j < right.length;) {
    if (left[i] === right[j]) keep(i++, j++)
    else if ((lengths[i + 1]?.[j] ?? 0) >= (lengths[i]?.[j + 1] ?? 0)) i += 1
    else j += 1
  }
}
