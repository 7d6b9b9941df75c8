/** Whether a post made at some time can be the one that was sent. */
export type Timing = 'in-time' | 'doubtful' | 'outside'

export interface Sending {
  /** When the first attempt began, by our clock. */
  readonly startedAt: Date
  /** The latest time at which the post may have been sent, by our clock. */
  readonly lastSending: Date
  /** How long after it was sent the server may still have accepted it, in milliseconds. */
  readonly settleMs: number
  /** How far the server's clock is ahead of ours; null when that is not known. */
  readonly ahead: ClockDifference | null
}

export interface ClockDifference {
  readonly milliseconds: number
  readonly uncertainty: number
}

export interface TimeWindow {
  readonly timing: (at: Date) => Timing
  /** Nothing older than this, by the server's clock, can be ours. */
  readonly from: Date
}

/** Clocks that were compared agree better than this, and clocks that were not are at most two minutes apart. */
const COMPARED_DOUBT_MS = 15_000
const UNKNOWN_DOUBT_MS = 120_000

/** The stretch of time, by the server's clock, in which a post of ours was made; with margins where that is doubtful. */
export function windowOf({ startedAt, lastSending, settleMs, ahead }: Sending): TimeWindow {
  const difference = ahead?.milliseconds ?? 0
  const uncertainty = ahead?.uncertainty ?? 0
  const doubt = ahead === null ? UNKNOWN_DOUBT_MS : COMPARED_DOUBT_MS
  const earliest = startedAt.getTime() + difference - uncertainty
  const latest = lastSending.getTime() + difference + uncertainty + settleMs
  return {
    from: new Date(earliest - doubt),
    timing: (at) => {
      const time = at.getTime()
      if (time < earliest - doubt || time > latest + doubt) return 'outside'
      return time < earliest || time > latest ? 'doubtful' : 'in-time'
    },
  }
}

/**
 * The difference between the server's clock and ours, from an answer's `Date` header (whole seconds, cut off) and our
 * times before and after the request. Null without a readable header.
 */
export function clockDifference(header: string | null, before: Date, after: Date): ClockDifference | null {
  const said = header === null ? Number.NaN : Date.parse(header)
  if (Number.isNaN(said)) return null
  const middle = (before.getTime() + after.getTime()) / 2
  const halfTrip = Math.abs(after.getTime() - before.getTime()) / 2
  return { milliseconds: said + 500 - middle, uncertainty: 500 + halfTrip + 250 }
}
