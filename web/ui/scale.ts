/** A point of a drawing, in its own units. */
export interface Point {
  readonly x: number
  readonly y: number
}

/** Spreads values evenly over the width and between floor and ceiling over the height; the largest is on top. */
export function spread(
  values: readonly number[],
  frame: { width: number; height: number; floor: number; ceiling: number },
): readonly Point[] {
  const span = frame.ceiling - frame.floor || 1
  const step = values.length > 1 ? frame.width / (values.length - 1) : 0
  return values.map((value, place) => ({
    x: place * step,
    y: frame.height - ((value - frame.floor) / span) * frame.height,
  }))
}

/** The points as the `points` of an SVG polyline. */
export function polyline(points: readonly Point[]): string {
  return points.map(({ x, y }) => `${x.toFixed(1)},${y.toFixed(1)}`).join(' ')
}

/** A round ceiling not below the value (1, 2, 2.5 or 5 times a power of ten), so that axes carry round numbers. */
export function roundCeiling(value: number): number {
  if (value <= 0) return 1
  const power = 10 ** Math.floor(Math.log10(value))
  return ([1, 2, 2.5, 5, 10].find((step) => step * power >= value) ?? 10) * power
}
