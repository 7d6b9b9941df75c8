import { addDays } from '#web/kernel/time.ts'

export type CalendarView = 'month' | 'week'

/** 1 for Monday to 7 for Sunday. */
function weekday(day: string): number {
  return new Date(`${day}T12:00:00Z`).getUTCDay() || 7
}

function mondayOf(day: string): string {
  return addDays(day, 1 - weekday(day))
}

/** The seven days of the week in which a day lies, from Monday. */
export function weekOf(day: string): readonly string[] {
  const monday = mondayOf(day)
  return Array.from({ length: 7 }, (_, place) => addDays(monday, place))
}

/** The whole weeks that a month touches: four to six of them. */
export function monthOf(day: string): readonly (readonly string[])[] {
  const weeks: (readonly string[])[] = []
  const month = day.slice(0, 7)
  for (let week = weekOf(`${month}-01`); (week[0] ?? '').slice(0, 7) <= month; week = weekOf(addDays(week[6] ?? '', 1)))
    weeks.push(week)
  return weeks
}

/** The weeks that a view shows around a day. */
export function weeksOf(view: CalendarView, day: string): readonly (readonly string[])[] {
  return view === 'week' ? [weekOf(day)] : monthOf(day)
}

/** The day to show after one step forwards or backwards. */
export function step(view: CalendarView, day: string, steps: 1 | -1): string {
  if (view === 'week') return addDays(day, 7 * steps)
  const moved = new Date(`${day.slice(0, 7)}-01T12:00:00Z`)
  moved.setUTCMonth(moved.getUTCMonth() + steps)
  return moved.toISOString().slice(0, 10)
}

/** The ISO 8601 number of the week in which a day lies. */
export function weekNumber(day: string): number {
  const thursday = addDays(mondayOf(day), 3)
  const yearStart = Date.parse(`${thursday.slice(0, 4)}-01-01T12:00:00Z`)
  return Math.floor((Date.parse(`${thursday}T12:00:00Z`) - yearStart) / (7 * 86_400_000)) + 1
}
