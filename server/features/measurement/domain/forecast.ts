import { dayNumber, plusDays } from './days.ts'

/** Quantiles of Student's t at 90 %, which leave 10 % above and 10 % below: ranges of 80 %. By degrees of freedom, from 1. */
const T90 = [3.078, 1.886, 1.638, 1.533, 1.476, 1.44, 1.415, 1.397, 1.383, 1.372, 1.363, 1.356, 1.35, 1.345, 1.341]
/** Fewer points than this tell nothing about a spread. */
const LEAST = 4
/** Forecasts are rough: they are worked out in floating point and told to six decimals. */
const DECIMALS = 1e6

export interface Measured {
  readonly on: string
  readonly value: number
}

export interface Shape {
  /** The value never falls (counts that add up), so neither does its forecast. */
  readonly growsOnly: boolean
  readonly neverNegative: boolean
}

export interface Expected {
  readonly on: string
  readonly value: number
  readonly low: number
  readonly high: number
}

export interface Forecast {
  /** `weekly-gain`: what a week brings is drawn on. `line`: a straight line through the weeks (least squares). */
  readonly method: 'weekly-gain' | 'line'
  readonly weeks: number
  /** From the last measure to the day that was asked for; its last entry is that day. */
  readonly path: readonly Expected[]
}

/**
 * Where a measure will be on a day if it goes on as in the last weeks, with the range in which it will lie four times out of
 * five. Null with fewer than four weekly measures, or for a day that is over. Points are a week apart, in the order of time.
 */
export function forecast(points: readonly Measured[], until: string, shape: Shape): Forecast | null {
  const last = points.at(-1)
  if (points.length < LEAST || last === undefined || dayNumber(until) <= dayNumber(last.on)) return null
  const at = shape.growsOnly ? byWeeklyGain(points) : byLine(points)
  const path = daysBetween(last.on, until).map((on) =>
    bounded(on, at((dayNumber(on) - dayNumber(last.on)) / 7), last.value, shape),
  )
  return { method: shape.growsOnly ? 'weekly-gain' : 'line', weeks: points.length - (shape.growsOnly ? 1 : 0), path }
}

type Guess = { readonly value: number; readonly spread: number }

/**
 * A random walk with drift: h weeks on, the last value plus h times the mean gain m of n weeks. Its range is
 * t(n - 1) · s · √(h + h² / n), where s is the spread of the gains: each week to come varies, and m itself is uncertain.
 */
function byWeeklyGain(points: readonly Measured[]): (weeks: number) => Guess {
  const gains = points.slice(1).map(({ value }, place) => value - (points[place]?.value ?? 0))
  const n = gains.length
  const mean = gains.reduce((sum, gain) => sum + gain, 0) / n
  const s = Math.sqrt(gains.reduce((sum, gain) => sum + (gain - mean) ** 2, 0) / (n - 1))
  const last = points.at(-1)?.value ?? 0
  return (h) => ({ value: last + h * mean, spread: t90(n - 1) * s * Math.sqrt(h + (h * h) / n) })
}

/** The least squares line y = a + b·x through n points. Its range is t(n - 2) · s · √(1 + 1/n + (x - x̄)² / Sxx), s² = SSE / (n - 2). */
function byLine(points: readonly Measured[]): (weeks: number) => Guess {
  const end = points.at(-1)
  const xs = points.map(({ on }) => (dayNumber(on) - dayNumber(end?.on ?? on)) / 7)
  const n = points.length
  const [meanX, meanY] = [xs.reduce((sum, x) => sum + x, 0) / n, points.reduce((sum, { value }) => sum + value, 0) / n]
  const sxx = xs.reduce((sum, x) => sum + (x - meanX) ** 2, 0)
  const sxy = points.reduce((sum, { value }, place) => sum + ((xs[place] ?? 0) - meanX) * (value - meanY), 0)
  const slope = sxy / sxx
  const lineAt = (x: number) => meanY + slope * (x - meanX)
  const sse = points.reduce((sum, { value }, place) => sum + (value - lineAt(xs[place] ?? 0)) ** 2, 0)
  const s = Math.sqrt(sse / (n - 2))
  return (x) => ({ value: lineAt(x), spread: t90(n - 2) * s * Math.sqrt(1 + 1 / n + (x - meanX) ** 2 / sxx) })
}

function bounded(on: string, { value, spread }: Guess, last: number, { growsOnly, neverNegative }: Shape): Expected {
  const floor = growsOnly ? last : neverNegative ? 0 : Number.NEGATIVE_INFINITY
  const told = (number: number) => Math.round(Math.max(number, floor) * DECIMALS) / DECIMALS
  return { on, value: told(value), low: told(value - spread), high: told(value + spread) }
}

function t90(freedom: number): number {
  return T90[Math.min(freedom, T90.length) - 1] ?? 1.282
}

/** About a dozen days from the one after the last measure to the end. */
function daysBetween(from: string, until: string): readonly string[] {
  const length = dayNumber(until) - dayNumber(from)
  const step = Math.max(1, Math.ceil(length / 12))
  const days = Array.from({ length: Math.floor((length - 1) / step) }, (_, place) => plusDays(from, (place + 1) * step))
  return [...days, until]
}
