import { Temporal } from 'temporal-polyfill'
import type { ReviewRhythm } from '#contract/plan-sections.ts'

const MONTHS: Readonly<Record<Exclude<ReviewRhythm, 'never'>, number>> = {
  month: 1,
  quarter: 3,
  'half-year': 6,
  year: 12,
}

/** How many days ahead whoever answers for the plan is told that it will be reviewed. */
export const AHEAD_DAYS = 7

/** The first day of review after `today` that is whole periods after `from`; the month's last day where a month is shorter. */
export function nextReview(from: string, rhythm: Exclude<ReviewRhythm, 'never'>, today: string): string {
  const start = Temporal.PlainDate.from(from)
  const step = MONTHS[rhythm]
  const passed = start.until(today, { largestUnit: 'months' }).months
  // Counted from the first day each time: the 31st stays the 31st after a shorter month.
  for (let periods = Math.max(1, Math.floor(passed / step)); ; periods += 1) {
    const on = start.add({ months: step * periods })
    if (Temporal.PlainDate.compare(on, today) > 0) return on.toString()
  }
}

interface Reminded {
  readonly reviewOn: string
  readonly remindedAhead: string | null
  readonly remindedDue: string | null
}

/** Which reminder of a review is to be given today; each is given once for a day of review. */
export function dueReminder({ reviewOn, remindedAhead, remindedDue }: Reminded, today: string): 'ahead' | 'due' | null {
  if (today >= reviewOn) return remindedDue === reviewOn ? null : 'due'
  const left = Temporal.PlainDate.from(today).until(reviewOn).days
  return left <= AHEAD_DAYS && remindedAhead !== reviewOn ? 'ahead' : null
}
