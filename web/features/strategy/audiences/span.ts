/** How far back and ahead coverage looks, in months: the running one counts among those ahead. */
export const SPANS = { quarter: [1, 2], half: [3, 3], year: [6, 6] } as const
export type SpanName = keyof typeof SPANS

/** A span by its name in the address; half a year where none is named. */
export function readSpan(name: string | undefined): SpanName {
  return name === 'quarter' || name === 'year' ? name : 'half'
}

/** The first and last day of a span around today, both `YYYY-MM-DD`. */
export function daysOfSpan(name: SpanName, today: string): { startsOn: string; endsOn: string } {
  const [year = 0, month = 1] = today.split('-').map(Number)
  const [back, ahead] = SPANS[name]
  const day = (months: number, on: number) =>
    new Date(Date.UTC(year, month - 1 + months, on)).toISOString().slice(0, 10)
  return { startsOn: day(-back, 1), endsOn: day(ahead, 0) }
}
