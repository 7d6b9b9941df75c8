import { startOfDay, type Calendar, type Period, type PeriodName } from '../calendar.ts'
import { dayNumber, daysFrom, mondayOf, plusDays } from '../domain/days.ts'

export interface SeriesStep {
  /** The first day of the step. */
  readonly on: string
  readonly from: Date
}

/** How a period is drawn up to today: a month by days, a longer one by weeks from Monday (the first from the period's first day). */
export function seriesOf(name: PeriodName, period: Period, calendar: Calendar): SeriesStep[] {
  return name === 'month' ? daySteps(period, calendar) : weekSteps(period, calendar)
}

/** Every day of a period up to today. */
export function daySteps({ firstDay }: Period, { today, zone }: Calendar): SeriesStep[] {
  return daysFrom(firstDay, dayNumber(today) - dayNumber(firstDay) + 1).map((on) => ({
    on,
    from: startOfDay(on, zone),
  }))
}

function weekSteps({ firstDay }: Period, { today, zone }: Calendar): SeriesStep[] {
  const steps = [{ on: firstDay, from: startOfDay(firstDay, zone) }]
  for (let monday = plusDays(mondayOf(firstDay), 7); monday <= today; monday = plusDays(monday, 7)) {
    steps.push({ on: monday, from: startOfDay(monday, zone) })
  }
  return steps
}
