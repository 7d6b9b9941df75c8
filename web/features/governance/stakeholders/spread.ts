export interface Point {
  readonly id: string
  /** Both between 1 and 5. */
  readonly interest: number
  readonly influence: number
}

export interface Spot {
  readonly id: string
  /** Per cent from the left and from below. */
  readonly left: number
  readonly bottom: number
}

/** How much room a name takes, in per cent of the field. */
const WIDTH = 40
const HEIGHT = 7
const MOST_STEPS = 26

/** Places points of a five-by-five field; where names would lie on each other, the later ones go a little up or down. */
export function spread(points: readonly Point[]): readonly Spot[] {
  const spots: Spot[] = []
  for (const { id, interest, influence } of points) {
    const left = inside(interest * 20 - 10, WIDTH / 2)
    const wanted = influence * 20 - 10
    // Alternately above and below, further each time, so that a crowd stays around its place.
    const bottoms = Array.from({ length: MOST_STEPS }, (_, step) =>
      inside(wanted + (step % 2 === 1 ? 1 : -1) * Math.ceil(step / 2) * HEIGHT, HEIGHT),
    )
    const free = bottoms.find((bottom) => !spots.some((spot) => overlaps(spot, { left, bottom })))
    spots.push({ id, left, bottom: free ?? inside(wanted, HEIGHT) })
  }
  return spots
}

function overlaps(one: Omit<Spot, 'id'>, other: Omit<Spot, 'id'>): boolean {
  return Math.abs(one.left - other.left) < WIDTH && Math.abs(one.bottom - other.bottom) < HEIGHT
}

function inside(value: number, edge: number): number {
  return Math.min(100 - edge, Math.max(edge, value))
}
