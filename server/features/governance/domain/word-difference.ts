export interface DifferencePart {
  readonly kind: 'same' | 'added' | 'removed'
  readonly text: string
}

/** Beyond this many pairs of words a table of them would cost more than the difference tells. */
const MOST_PAIRS = 4_000_000

/**
 * What changed from one text to another, word by word: `same` and `removed` together are the first text, `same` and `added` the
 * second. Long texts that have little in common are shown as replaced.
 */
export function wordDifference(before: string, after: string): DifferencePart[] {
  const old = wordsOf(before)
  const fresh = wordsOf(after)
  let start = 0
  while (start < old.length && start < fresh.length && old[start] === fresh[start]) start += 1
  let end = 0
  while (end < old.length - start && end < fresh.length - start && old.at(-1 - end) === fresh.at(-1 - end)) end += 1
  return joined([
    ...marked('same', old.slice(0, start)),
    ...middle(old.slice(start, old.length - end), fresh.slice(start, fresh.length - end)),
    ...marked('same', old.slice(old.length - end)),
  ])
}

/** Words, and what stands between them. */
function wordsOf(text: string): readonly string[] {
  return text.match(/[\p{L}\p{M}\p{N}]+(?:['’][\p{L}\p{M}]+)?|\s+|[^\p{L}\p{M}\p{N}\s]/gu) ?? []
}

function marked(kind: DifferencePart['kind'], words: readonly string[]): DifferencePart[] {
  return words.map((text) => ({ kind, text }))
}

/** The longest common run of words, by the table of lengths from the end. */
function middle(old: readonly string[], fresh: readonly string[]): DifferencePart[] {
  if (old.length * fresh.length > MOST_PAIRS) return [...marked('removed', old), ...marked('added', fresh)]
  const width = fresh.length + 1
  const common = new Uint16Array((old.length + 1) * width)
  const at = (row: number, column: number) => common[row * width + column] ?? 0
  for (let row = old.length - 1; row >= 0; row -= 1)
    for (let column = fresh.length - 1; column >= 0; column -= 1)
      common[row * width + column] =
        old[row] === fresh[column] ? at(row + 1, column + 1) + 1 : Math.max(at(row + 1, column), at(row, column + 1))
  const parts: DifferencePart[] = []
  let [row, column] = [0, 0]
  while (row < old.length || column < fresh.length) {
    const [mine = '', theirs = ''] = [old[row], fresh[column]]
    if (row < old.length && column < fresh.length && mine === theirs) {
      parts.push({ kind: 'same', text: mine })
      row += 1
      column += 1
    } else if (row < old.length && (column === fresh.length || at(row + 1, column) >= at(row, column + 1))) {
      parts.push({ kind: 'removed', text: mine })
      row += 1
    } else {
      parts.push({ kind: 'added', text: theirs })
      column += 1
    }
  }
  return parts
}

/** Neighbours of one kind as one part; between two places that are the same, what was removed stands before what was added. */
function joined(parts: readonly DifferencePart[]): DifferencePart[] {
  const runs: DifferencePart[] = []
  let [removed, added] = ['', '']
  const settle = () => {
    if (removed !== '') runs.push({ kind: 'removed', text: removed })
    if (added !== '') runs.push({ kind: 'added', text: added })
    removed = ''
    added = ''
  }
  for (const [place, { kind, text }] of parts.entries()) {
    if (kind === 'removed') removed += text
    else if (kind === 'added') added += text
    else if ((removed !== '' || added !== '') && /^\s+$/.test(text) && isChange(parts[place + 1])) {
      // A lone space between two changed words would tear the change into crumbs.
      removed += text
      added += text
    } else {
      settle()
      const last = runs.at(-1)
      if (last?.kind === 'same') runs[runs.length - 1] = { kind: 'same', text: last.text + text }
      else runs.push({ kind: 'same', text })
    }
  }
  settle()
  return runs
}

function isChange(part: DifferencePart | undefined): boolean {
  return part !== undefined && part.kind !== 'same'
}
