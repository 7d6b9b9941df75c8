import { Temporal } from 'temporal-polyfill'
import { Refusal } from '#contract/refusal.ts'

const GRACE_MS = 5 * 60_000
const FARTHEST_MS = 5 * 366 * 24 * 3_600_000

export interface PlannedTime {
  /** Wall-clock time in the zone, to the second: `2026-11-24T09:00:00`. */
  readonly wallClock: string
  readonly timeZone: string
  readonly instant: Date
}

/**
 * Reads a plan: wall-clock time in a zone, or an instant with offset, which is shown in that zone. A time that the clocks
 * skip is refused; of a time that they repeat the first is meant. More than five minutes ago and more than five years ahead are refused: clocks differ a little.
 */
export function planTime(plannedAt: string, timeZone: string, now: Date): PlannedTime {
  const zoned = readZoned(plannedAt, timeZone)
  const instant = new Date(zoned.epochMilliseconds)
  if (instant.getTime() < now.getTime() - GRACE_MS) throw refuse('time.past')
  if (instant.getTime() > now.getTime() + FARTHEST_MS) throw refuse('time.too-far')
  return { wallClock: zoned.toPlainDateTime().round('second').toString({ smallestUnit: 'second' }), timeZone, instant }
}

function readZoned(plannedAt: string, timeZone: string): Temporal.ZonedDateTime {
  try {
    if (/(Z|[+-]\d{2}:\d{2})$/.test(plannedAt)) return Temporal.Instant.from(plannedAt).toZonedDateTimeISO(timeZone)
    const wallClock = Temporal.PlainDateTime.from(plannedAt, { overflow: 'reject' })
    const zoned = wallClock.toZonedDateTime(timeZone, { disambiguation: 'earlier' })
    if (!zoned.toPlainDateTime().equals(wallClock)) throw refuse('time.skipped')
    return zoned
  } catch (error) {
    if (error instanceof Refusal) throw error
    throw new Refusal('request.invalid', {}, [{ path: 'plannedAt', code: 'time.not-a-time' }])
  }
}

function refuse(code: 'time.past' | 'time.too-far' | 'time.skipped'): Refusal {
  return new Refusal(code, {}, [{ path: 'plannedAt', code }])
}
