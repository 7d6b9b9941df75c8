/** The square of a code: dark or light, and null where the data will stand. */
export type Square = (boolean | null)[][]

function set(square: Square, x: number, y: number, dark: boolean): void {
  const row = square[y]
  if (row !== undefined && x >= 0 && x < row.length) row[x] = dark
}

/** Rings around a centre: every other ring is light. Used for the three finders (radius 4) and the alignment marks (2). */
function rings(square: Square, x: number, y: number, radius: number, light: readonly number[]): void {
  for (let dy = -radius; dy <= radius; dy += 1) {
    for (let dx = -radius; dx <= radius; dx += 1)
      set(square, x + dx, y + dy, !light.includes(Math.max(Math.abs(dx), Math.abs(dy))))
  }
}

function alignmentLines(version: number): readonly number[] {
  if (version === 1) return []
  const count = Math.floor(version / 7) + 2
  const step = Math.ceil((version * 4 + 4) / (count * 2 - 2)) * 2
  const last = version * 4 + 10
  return [6, ...Array.from({ length: count - 1 }, (_, place) => last - step * (count - 2 - place))]
}

function drawAlignment(square: Square, version: number): void {
  const lines = alignmentLines(version)
  const last = lines.at(-1)
  for (const x of lines) {
    for (const y of lines) {
      const atFinder = (x === 6 && y === 6) || (x === 6 && y === last) || (x === last && y === 6)
      if (!atFinder) rings(square, x, y, 2, [1])
    }
  }
}

/** The check bits of a Bose-Chaudhuri-Hocquenghem code behind a value. */
function withCheckBits(value: number, count: number, polynomial: number): number {
  let rest = value
  for (let step = 0; step < count; step += 1) rest = (rest << 1) ^ ((rest >>> (count - 1)) * polynomial)
  return (value << count) | rest
}

function drawVersion(square: Square, version: number): void {
  if (version < 7) return
  const bits = withCheckBits(version, 12, 0x1f25)
  for (let bit = 0; bit < 18; bit += 1) {
    const along = square.length - 11 + (bit % 3)
    const across = Math.floor(bit / 3)
    set(square, along, across, ((bits >>> bit) & 1) === 1)
    set(square, across, along, ((bits >>> bit) & 1) === 1)
  }
}

/** Writes which mask was used, twice; the level of correction is always medium (`00`). */
export function drawFormat(square: Square, mask: number): void {
  const bits = withCheckBits(mask, 10, 0x537) ^ 0x5412
  const size = square.length
  for (let bit = 0; bit < 15; bit += 1) {
    const dark = ((bits >>> bit) & 1) === 1
    if (bit < 6) set(square, 8, bit, dark)
    else if (bit < 8) set(square, 8, bit + 1, dark)
    else if (bit === 8) set(square, 7, 8, dark)
    else set(square, 14 - bit, 8, dark)
    if (bit < 8) set(square, size - 1 - bit, 8, dark)
    else set(square, 8, size - 15 + bit, dark)
  }
  set(square, 8, size - 8, true)
}

/** The fixed parts of a code: timing lines, finders, alignment marks, version; the place of the format is kept free. */
export function fixedPatterns(version: number): Square {
  const size = version * 4 + 17
  const square: Square = Array.from({ length: size }, () => Array<boolean | null>(size).fill(null))
  for (let place = 0; place < size; place += 1) {
    set(square, 6, place, place % 2 === 0)
    set(square, place, 6, place % 2 === 0)
  }
  for (const [x, y] of [
    [3, 3],
    [size - 4, 3],
    [3, size - 4],
  ] as const)
    rings(square, x, y, 4, [2, 4])
  drawAlignment(square, version)
  drawVersion(square, version)
  drawFormat(square, 0)
  return square
}
