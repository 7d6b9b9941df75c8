import { HEIGHT, RISE, WIDTH, type Spot } from './arrange.ts'
import type { LineKind } from './records.ts'

const ASIDE = 8
const ROUND = 6

type Point = readonly [x: number, y: number]

/**
 * The way of a line from a superior down to a position: across just below the superior, then down. Where somebody stands in
 * between it comes in from the side. The two lines run a little apart, so that neither hides the other.
 */
export function linePath(spots: readonly Spot[], above: Spot, below: Spot, kind: LineKind): string {
  const aside = kind === 'functional' ? -ASIDE : ASIDE
  const from: Point = [above.x + WIDTH / 2 + aside, above.y + HEIGHT]
  const into: Point = [below.x + WIDTH / 2 + aside, below.y]
  const turn = from[1] + RISE / 2 + aside / 2
  if (into[1] <= turn) return rounded([from, [from[0], turn], [into[0], turn], into])
  const free = (x: number) => !spots.some((spot) => stands(spot, above, below) && crosses(spot, x, turn, below.y))
  if (into[1] - from[1] <= RISE * 1.5 || free(into[0])) return rounded([from, [from[0], turn], [into[0], turn], into])
  const left = below.x - 2 * ASIDE + aside / 2
  const right = below.x + WIDTH + 2 * ASIDE + aside / 2
  const lane = free(left) || !free(right) ? left : right
  const side: Point = [lane === left ? below.x : below.x + WIDTH, below.y + HEIGHT / 2 + aside]
  return rounded([from, [from[0], turn], [lane, turn], [lane, side[1]], side])
}

function stands(spot: Spot, above: Spot, below: Spot): boolean {
  return spot.id !== above.id && spot.id !== below.id
}

function crosses(spot: Spot, x: number, top: number, bottom: number): boolean {
  return spot.x - 2 < x && x < spot.x + WIDTH + 2 && spot.y + HEIGHT > top && spot.y < bottom
}

/** Straight pieces with round corners. */
function rounded(points: readonly Point[]): string {
  const [first, ...rest] = points.filter((point, at) => at === 0 || !same(point, points[at - 1]))
  if (first === undefined) return ''
  let path = `M${first[0]} ${first[1]}`
  let last = first
  for (const [at, corner] of rest.entries()) {
    const next = rest[at + 1]
    if (next === undefined) path += `L${corner[0]} ${corner[1]}`
    else {
      const [before, after] = [towards(corner, last), towards(corner, next)]
      path += `L${before[0]} ${before[1]}Q${corner[0]} ${corner[1]} ${after[0]} ${after[1]}`
    }
    last = corner
  }
  return path
}

function same(one: Point, other: Point | undefined): boolean {
  return other !== undefined && one[0] === other[0] && one[1] === other[1]
}

function towards([x, y]: Point, [otherX, otherY]: Point): Point {
  const length = Math.hypot(otherX - x, otherY - y) || 1
  const step = Math.min(ROUND, length / 2) / length
  return [x + (otherX - x) * step, y + (otherY - y) * step]
}
