import { Temporal } from 'temporal-polyfill'
import { dayIn } from '#server/kernel/day-in.ts'
import { plusDays } from './domain/days.ts'

export type PeriodName = 'month' | 'quarter' | 'year'

/** Days as the organisation lives them. */
export interface Calendar {
  readonly zone: string
  readonly now: Date
  readonly today: string
}

export interface Period {
  /** The first instant of the month, quarter or year that is running. */
  readonly from: Date
  /** Now: a running period is measured up to here. */
  readonly to: Date
  readonly firstDay: string
  /** The last day of the whole period, in the future mostly. */
  readonly lastDay: string
}

/** The calendar of an organisation's time zone at an instant. */
export function calendarOf(zone: string, now: Date): Calendar {
  const today = dayIn(zone, now)
  return { zone, now, today }
}

/** The instant at which a day begins in a zone, which need not be midnight where clocks change. */
export function startOfDay(date: string, zone: string): Date {
  return new Date(Temporal.PlainDate.from(date).toZonedDateTime(zone).epochMilliseconds)
}

/** The instant at which a day is over. */
export function endOfDay(date: string, zone: string): Date {
  return startOfDay(plusDays(date, 1), zone)
}

/** The running month, quarter or year of the organisation's calendar. */
export function periodOf(name: PeriodName, calendar: Calendar): Period {
  const today = Temporal.PlainDate.from(calendar.today)
  const months = { month: 1, quarter: 3, year: 12 }[name]
  const first = today.with({ day: 1, month: Math.floor((today.month - 1) / months) * months + 1 })
  const last = first.add({ months }).subtract({ days: 1 })
  return {
    from: startOfDay(first.toString(), calendar.zone),
    to: calendar.now,
    firstDay: first.toString(),
    lastDay: last.toString(),
  }
}
