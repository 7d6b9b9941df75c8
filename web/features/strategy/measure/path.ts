import { addDays, daysBetween } from '#web/kernel/time.ts'

interface Path {
  readonly baseline: string
  readonly target: string
  readonly startsOn: string
  readonly dueOn: string
  readonly series: readonly { readonly on: string; readonly value: string }[]
}

export interface PathPoint {
  readonly on: string
  /** Where the straight line from baseline to target is. */
  readonly needed: number
  /** The last value measured up to this day; null before the first and after the last measure. */
  readonly measured: number | null
}

/**
 * The way of a goal as at most about `most` evenly spaced days from its first to its last, for drawing. The last day measured
 * is given its own place where the spacing would pass over it.
 */
export function pathPoints(path: Path, most = 40): readonly PathPoint[] {
  const length = Math.max(daysBetween(path.startsOn, path.dueOn), 1)
  const step = Math.max(1, Math.ceil(length / most))
  const days = Array.from({ length: Math.floor(length / step) + 1 }, (_, place) => addDays(path.startsOn, place * step))
  if (days.at(-1) !== path.dueOn) days.push(path.dueOn)
  const last = path.series.at(-1)?.on
  return days.map((on, place) => {
    const next = days[place + 1]
    // A day stands for the stretch up to the next one, so that the newest measure is always drawn.
    const reach = next === undefined ? on : addDays(next, -1)
    return {
      on,
      needed: neededOn(path, on),
      measured: last === undefined || on > last ? null : lastUpTo(path.series, last <= reach ? last : on),
    }
  })
}

function neededOn({ baseline, target, startsOn, dueOn }: Path, on: string): number {
  const length = Math.max(daysBetween(startsOn, dueOn), 1)
  const share = Math.min(Math.max(daysBetween(startsOn, on) / length, 0), 1)
  return Number(baseline) + (Number(target) - Number(baseline)) * share
}

function lastUpTo(series: Path['series'], on: string): number | null {
  const found = series.findLast((point) => point.on <= on)
  return found === undefined ? null : Number(found.value)
}

interface ForecastPoint {
  readonly on: string
  readonly value: string
  readonly low: string
  readonly high: string
}

export interface ExpectedPoint {
  readonly value: number | null
  readonly low: number | null
  readonly high: number | null
}

/** The forecast on each of these days, between its own days by straight lines; it begins with the last measure. Null before that. */
export function expectedPoints(
  days: readonly string[],
  last: { readonly on: string; readonly value: string },
  path: readonly ForecastPoint[],
): readonly ExpectedPoint[] {
  const known = [{ ...last, low: last.value, high: last.value }, ...path]
  return days.map((on, place) => {
    const next = days[place + 1]
    // The day that stands for the last measure carries the beginning.
    const day = on < last.on && next !== undefined && next > last.on ? last.on : on
    const after = known.findIndex((point) => point.on >= day)
    const [from, to] = [known[Math.max(0, after - 1)], known[after]]
    if (day < last.on || from === undefined || to === undefined) return { value: null, low: null, high: null }
    const length = daysBetween(from.on, to.on)
    const share = length === 0 ? 1 : daysBetween(from.on, day) / length
    const between = (name: 'value' | 'low' | 'high') =>
      Number(from[name]) + (Number(to[name]) - Number(from[name])) * share
    return { value: between('value'), low: between('low'), high: between('high') }
  })
}
