import { addDays, dayOf, daysBetween, instantOf, wallClock } from '#web/kernel/time.ts'

export { instantOf }

/** Minutes since midnight of a wall-clock time (`2026-11-24T09:12` gives 552). */
export function minutesOf(wall: string): number {
  return Number(wall.slice(11, 13)) * 60 + Number(wall.slice(14, 16))
}

/** A calendar day and minutes since midnight as a wall-clock time (`2026-11-24T09:12`). */
export function wallOf(day: string, minutes: number): string {
  const two = (value: number) => String(value).padStart(2, '0')
  return `${day}T${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`
}

/** Reads many instants as calendar days of a zone; makes its formatter once. */
export function dayReader(timeZone: string): (instant: string) => string {
  const format = new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' })
  return (instant) => format.format(new Date(instant))
}

/** Whether the clocks of a zone go forward over this time, so that it does not exist on that day. */
export function isSkipped(wall: string, timeZone: string): boolean {
  return wallClock(instantOf(wall, timeZone), timeZone) !== wall.slice(0, 16)
}

/** The plan of a post moved to another day of the reader's calendar: the clock time in the post's own zone stays. */
export function planOnDay(
  post: { readonly plannedAt: string; readonly dueAt: string },
  day: string,
  readerZone: string,
): string {
  const plan = post.plannedAt.slice(0, 16)
  return `${addDays(plan.slice(0, 10), daysBetween(dayOf(post.dueAt, readerZone), day))}${plan.slice(10)}`
}

/** The reader's wall-clock time as the clock of another zone shows it. */
export function inZone(wall: string, from: string, to: string): string {
  return from === to ? wall.slice(0, 16) : wallClock(instantOf(wall, from), to)
}
