const DAY_MS = 86_400_000

/** Which day a calendar date is, counted from 1 January 1970. */
export function dayNumber(date: string): number {
  return Math.floor(Date.parse(`${date}T00:00:00Z`) / DAY_MS)
}

/** The date that is so many days later (or earlier, where negative). */
export function plusDays(date: string, days: number): string {
  return new Date((dayNumber(date) + days) * DAY_MS).toISOString().slice(0, 10)
}

/** Dates from the first on, `count` of them. */
export function daysFrom(first: string, count: number): string[] {
  return Array.from({ length: Math.max(0, count) }, (_, index) => plusDays(first, index))
}

/** The Monday of the week that a date lies in (ISO 8601). 1 January 1970 was a Thursday. */
export function mondayOf(date: string): string {
  return plusDays(date, -((dayNumber(date) + 3) % 7))
}
