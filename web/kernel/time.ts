/** Where and how somebody reads times: language tag and IANA zone. */
export interface Reader {
  readonly locale: string
  readonly timeZone: string
}

const UNITS = [
  ['year', 31_536_000],
  ['month', 2_592_000],
  ['week', 604_800],
  ['day', 86_400],
  ['hour', 3600],
  ['minute', 60],
] as const satisfies readonly (readonly [Intl.RelativeTimeFormatUnit, number])[]

function format(reader: Reader, options: Intl.DateTimeFormatOptions, at: Date): string {
  return new Intl.DateTimeFormat(reader.locale, { timeZone: reader.timeZone, ...options }).format(at)
}

/** Today, or any instant, as a calendar day (`2026-11-24`) of a zone. */
export function dayOf(instant: string | Date, timeZone: string): string {
  return new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' }).format(
    new Date(instant),
  )
}

/** An instant as wall-clock time (`2026-11-24T09:12`) of a zone: what time pickers and plans hold. */
export function wallClock(instant: string | Date, timeZone: string): string {
  const parts = new Intl.DateTimeFormat('en-CA', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).formatToParts(new Date(instant))
  const part = (type: Intl.DateTimeFormatPartTypes) => parts.find((candidate) => candidate.type === type)?.value ?? '00'
  return `${part('year')}-${part('month')}-${part('day')}T${part('hour')}:${part('minute')}`
}

function offsetAt(instant: number, timeZone: string): number {
  return Date.parse(`${wallClock(new Date(instant), timeZone)}:00Z`) - Math.floor(instant / 60_000) * 60_000
}

/** The instant of a wall-clock time in a zone. A time that the clocks skip is moved on by the hour they skip. */
export function instantOf(wall: string, timeZone: string): Date {
  const asUtc = Date.parse(`${wall.slice(0, 16)}:00Z`)
  const near = asUtc - offsetAt(asUtc, timeZone)
  return new Date(asUtc - offsetAt(near, timeZone))
}

/** A calendar day moved by a number of days, months and years unchanged in meaning (`2026-03-28` + 2 = `2026-03-30`). */
export function addDays(day: string, count: number): string {
  const moved = new Date(`${day}T12:00:00Z`)
  moved.setUTCDate(moved.getUTCDate() + count)
  return moved.toISOString().slice(0, 10)
}

/** Whole days from one calendar day to another; negative when the second is earlier. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T12:00:00Z`) - Date.parse(`${from}T12:00:00Z`)) / 86_400_000)
}

/** `Tue 24 Nov 2026, 09:12`. */
export function formatInstant(reader: Reader, instant: string | Date): string {
  return format(
    reader,
    { weekday: 'short', day: 'numeric', month: 'short', year: 'numeric', hour: '2-digit', minute: '2-digit' },
    new Date(instant),
  )
}

/** `09:12`. */
export function formatTime(reader: Reader, instant: string | Date): string {
  return format(reader, { hour: '2-digit', minute: '2-digit' }, new Date(instant))
}

/** `24 Nov 2026`, or with `weekday` `Tue 24 Nov 2026`, of an instant in the reader's zone. */
export function formatDate(reader: Reader, instant: string | Date, options: { weekday?: boolean } = {}): string {
  return format(
    reader,
    { day: 'numeric', month: 'short', year: 'numeric', ...(options.weekday ? { weekday: 'short' } : {}) },
    new Date(instant),
  )
}

/** A calendar day (`2026-11-24`), which belongs to no zone: `24 Nov 2026`; `short` leaves the year out. */
export function formatDay(reader: Reader, day: string, options: { weekday?: boolean; short?: boolean } = {}): string {
  return format(
    { ...reader, timeZone: 'UTC' },
    {
      day: 'numeric',
      month: 'short',
      ...(options.short ? {} : { year: 'numeric' }),
      ...(options.weekday ? { weekday: 'short' } : {}),
    },
    new Date(`${day}T12:00:00Z`),
  )
}

/** `16 – 30 Nov 2026` in the reader's own way of writing a range of calendar days. */
export function formatDays(reader: Reader, from: string, to: string): string {
  return new Intl.DateTimeFormat(reader.locale, {
    timeZone: 'UTC',
    day: 'numeric',
    month: 'short',
    year: 'numeric',
  }).formatRange(new Date(`${from}T12:00:00Z`), new Date(`${to}T12:00:00Z`))
}

/** `in 18 minutes`, `yesterday`: the largest unit that fits, seen from `now`. */
export function formatRelative(reader: Reader, instant: string | Date, now: Date): string {
  const seconds = (new Date(instant).getTime() - now.getTime()) / 1000
  const words = new Intl.RelativeTimeFormat(reader.locale, { numeric: 'auto' })
  const unit = UNITS.find(([, size]) => Math.abs(seconds) >= size)
  return unit === undefined ? words.format(0, 'second') : words.format(Math.round(seconds / unit[1]), unit[0])
}

/** Whether two zones show the same clock at an instant; `Europe/Istanbul` and `Asia/Riyadh` do. */
export function sameClock(instant: string | Date, one: string, other: string): boolean {
  return one === other || wallClock(instant, one) === wallClock(instant, other)
}

/** The time in another zone with its city, `08:40 London`; null where the reader's clock shows the same. */
export function formatElsewhere(reader: Reader, instant: string | Date, timeZone: string): string | null {
  if (sameClock(instant, reader.timeZone, timeZone)) return null
  const sameDay = dayOf(instant, reader.timeZone) === dayOf(instant, timeZone)
  const there = { ...reader, timeZone }
  const day = sameDay
    ? ''
    : `${format(there, { weekday: 'short', day: 'numeric', month: 'short' }, new Date(instant))}, `
  return `${day}${formatTime(there, instant)} ${cityOf(timeZone)}`
}

/** `Istanbul` of `Europe/Istanbul`. */
export function cityOf(timeZone: string): string {
  return (timeZone.split('/').at(-1) ?? timeZone).replaceAll('_', ' ')
}
