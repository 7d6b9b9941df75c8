/** The value below which this share of the figures lies. */
export function percentile(figures: readonly number[], share: number): number {
  const sorted = [...figures].sort((one, other) => one - other)
  return sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)] ?? Number.NaN
}

/**
 * How cost grows with size: the exponent of the power law between the smallest and the largest measurement. 0: not at all;
 * 1: in step; above 1: worse.
 */
export function slope(points: readonly (readonly [size: number, cost: number])[]): number {
  const first = points[0]
  const last = points.at(-1)
  if (first === undefined || last === undefined || first[0] === last[0]) return Number.NaN
  return Math.log(last[1] / first[1]) / Math.log(last[0] / first[0])
}

export function round(figure: number): number {
  return Math.round(figure * 10) / 10
}
