export interface DifferentLine {
  readonly text: string
  /** Whether the other text has no such line at this place. */
  readonly own: boolean
}

/** Above this the whole middle counts as different: the table of the comparison grows with the product of the lines. */
const MOST_CELLS = 1_000_000

/** Two texts line by line: which lines each has by itself (longest common subsequence). */
export function compareLines(
  mine: string,
  theirs: string,
): { readonly mine: readonly DifferentLine[]; readonly theirs: readonly DifferentLine[] } {
  const left = mine.split('\n')
  const right = theirs.split('\n')
  if (left.length * right.length > MOST_CELLS)
    return {
      mine: left.map((text) => ({ text, own: !right.includes(text) })),
      theirs: right.map((text) => ({ text, own: !left.includes(text) })),
    }
  const common = commonLines(left, right)
  return {
    mine: left.map((text, place) => ({ text, own: !common.left.has(place) })),
    theirs: right.map((text, place) => ({ text, own: !common.right.has(place) })),
  }
}

function commonLines(left: readonly string[], right: readonly string[]) {
  const lengths = Array.from({ length: left.length + 1 }, () => new Uint32Array(right.length + 1))
  const at = (row: number, column: number) => lengths[row]?.[column] ?? 0
  for (let row = left.length - 1; row >= 0; row -= 1) {
    for (let column = right.length - 1; column >= 0; column -= 1) {
      const cells = lengths[row]
      if (cells !== undefined)
        cells[column] =
          left[row] === right[column] ? at(row + 1, column + 1) + 1 : Math.max(at(row + 1, column), at(row, column + 1))
    }
  }
  const common = { left: new Set<number>(), right: new Set<number>() }
  for (let row = 0, column = 0; row < left.length && column < right.length;) {
    if (left[row] === right[column]) {
      common.left.add(row)
      common.right.add(column)
      row += 1
      column += 1
    } else if (at(row + 1, column) >= at(row, column + 1)) row += 1
    else column += 1
  }
  return common
}
