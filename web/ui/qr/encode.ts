import { codewords, smallestVersion } from './codewords.ts'
import { drawFormat, fixedPatterns } from './patterns.ts'
import type { Square } from './patterns.ts'

/** Which squares a mask turns over, by column and row. */
const MASKS: readonly ((x: number, y: number) => boolean)[] = [
  (x, y) => (x + y) % 2 === 0,
  (_, y) => y % 2 === 0,
  (x) => x % 3 === 0,
  (x, y) => (x + y) % 3 === 0,
  (x, y) => (Math.floor(x / 3) + Math.floor(y / 2)) % 2 === 0,
  (x, y) => ((x * y) % 2) + ((x * y) % 3) === 0,
  (x, y) => (((x * y) % 2) + ((x * y) % 3)) % 2 === 0,
  (x, y) => (((x + y) % 2) + ((x * y) % 3)) % 2 === 0,
]

/** The free places in reading order: two columns at a time from the right, upwards and downwards in turn. */
function freePlaces(square: Square): readonly (readonly [number, number])[] {
  const size = square.length
  const places: (readonly [number, number])[] = []
  for (let right = size - 1, upward = true; right >= 1; right -= 2, upward = !upward) {
    if (right === 6) right = 5
    for (let step = 0; step < size; step += 1) {
      const y = upward ? size - 1 - step : step
      for (const x of [right, right - 1]) if (square[y]?.[x] === null) places.push([x, y])
    }
  }
  return places
}

function drawn(fixed: Square, bytes: readonly number[], mask: number): boolean[][] {
  const square = fixed.map((row) => row.map((cell) => cell === true))
  freePlaces(fixed).forEach(([x, y], place) => {
    const row = square[y]
    const bit = (((bytes[place >>> 3] ?? 0) >>> (7 - (place & 7))) & 1) === 1
    if (row !== undefined) row[x] = bit !== MASKS[mask]?.(x, y)
  })
  drawFormat(square, mask)
  return square
}

/** How hard a code is to read: long runs of one shade, and an unequal share of dark. */
function burden(square: readonly (readonly boolean[])[]): number {
  const columns = square.map((_, x) => square.map((row) => row[x] === true))
  const runs = [...square, ...columns]
    .map((line) => line.map((dark) => (dark ? '1' : '0')).join(''))
    .flatMap((line) => line.match(/0{5,}|1{5,}/gu) ?? [])
    .reduce((sum, run) => sum + run.length - 2, 0)
  const dark = square.flat().filter(Boolean).length / square.length ** 2
  return runs + Math.floor(Math.abs(dark - 0.5) * 20) * 10
}

/**
 * A text as a QR code (ISO/IEC 18004, byte mode, medium correction): rows of dark and light squares, without the quiet
 * border of four. Throws a RangeError above 412 bytes. `mask` is chosen for easy reading unless given.
 */
export function encodeQr(text: string, mask?: number): readonly (readonly boolean[])[] {
  const bytes = new TextEncoder().encode(text)
  const version = smallestVersion(bytes.length)
  const fixed = fixedPatterns(version)
  const words = codewords(bytes, version)
  if (mask !== undefined) return drawn(fixed, words, mask)
  const candidates = MASKS.map((_, place) => drawn(fixed, words, place))
  return candidates.reduce((best, candidate) => (burden(candidate) < burden(best) ? candidate : best))
}
