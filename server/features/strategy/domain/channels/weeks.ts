import { Temporal } from 'temporal-polyfill'

/** An ISO week where somebody is. */
export interface Week {
  /** Monday and Sunday, `YYYY-MM-DD`. */
  readonly startsOn: string
  readonly endsOn: string
  /** As ISO 8601 names it: `2026-W48`. */
  readonly week: string
  readonly when: 'past' | 'now' | 'to-come'
  /** The instants at which it begins and at which the next one does: a week with a change of the clocks is an hour shorter or longer. */
  readonly from: Date
  readonly to: Date
}

/** So many ISO weeks, the first of them holding the day `from`, in a time zone; `today` tells which is running. */
export function isoWeeks(from: string, count: number, timeZone: string, today: string): Week[] {
  const day = Temporal.PlainDate.from(from)
  const monday = day.subtract({ days: day.dayOfWeek - 1 })
  return Array.from({ length: count }, (_, place) => {
    const start = monday.add({ weeks: place })
    const end = start.add({ days: 6 })
    const [startsOn, endsOn] = [start.toString(), end.toString()]
    return {
      startsOn,
      endsOn,
      week: `${start.yearOfWeek ?? start.year}-W${String(start.weekOfYear ?? 0).padStart(2, '0')}`,
      when: endsOn < today ? 'past' : startsOn > today ? 'to-come' : 'now',
      from: instantOf(start, timeZone),
      to: instantOf(start.add({ weeks: 1 }), timeZone),
    }
  })
}

function instantOf(day: Temporal.PlainDate, timeZone: string): Date {
  return new Date(day.toZonedDateTime({ timeZone }).epochMilliseconds)
}

export interface Target {
  readonly postsPerWeek: number
  readonly startsOn: string
  readonly endsOn: string | null
}

/**
 * How many posts a week's targets ask for together. A target holds for a week when it holds on its Monday, so that one that follows
 * another in the middle of a week is never counted beside it.
 */
export function targetOf(week: Pick<Week, 'startsOn'>, targets: readonly Target[]): number {
  return targets
    .filter(({ startsOn, endsOn }) => startsOn <= week.startsOn && (endsOn === null || endsOn >= week.startsOn))
    .reduce((sum, { postsPerWeek }) => sum + postsPerWeek, 0)
}
