import type Holidays from 'date-holidays'

/** The library of the world's holidays: large, so that it is fetched only where a rule needs it, and passed in. */
export type Calendars = typeof Holidays

export interface DayRule {
  readonly country: string | null
  readonly holidays: 'none' | 'public' | 'all'
  readonly days: readonly { readonly day: string; readonly name: string }[]
}

export interface NamedDay {
  readonly name: string
  /** First and last day, by the calendar of the place. */
  readonly from: string
  readonly to: string
}

const DAY_MS = 86_400_000

/** What a day rule says of a day, such as `2026-11-10`: the names of all that fall on it. Years are worked out once. */
export function dayLookup(rule: DayRule, calendars: Calendars): (day: string) => readonly NamedDay[] {
  const years = new Map<number, readonly NamedDay[]>()
  const of = (year: number): readonly NamedDay[] => {
    const known = years.get(year)
    if (known !== undefined) return known
    const made = [...ofCountry(rule, year, calendars), ...rule.days.flatMap((own) => ownDays(own, year, calendars))]
    years.set(year, made)
    return made
  }
  return (day) => {
    const year = Number(day.slice(0, 4))
    // What began in the last days of a year may reach into the next.
    const near = [...of(year - 1), ...of(year)]
    const names = new Set<string>()
    return near.filter(({ name, from, to }) => from <= day && day <= to && !names.has(name) && names.add(name) !== null)
  }
}

function ofCountry({ country, holidays }: DayRule, year: number, Calendar: Calendars): NamedDay[] {
  if (country === null || holidays === 'none') return []
  const [land = '', state] = country.split('-')
  const calendar = state === undefined ? new Calendar(land) : new Calendar(land, state)
  return calendar
    .getHolidays(year)
    .filter(({ type }) => holidays === 'all' || type === 'public')
    .map(({ name, date, start, end }) => spanOf(name, date, start, end))
}

function ownDays({ day, name }: DayRule['days'][number], year: number, Calendar: Calendars): NamedDay[] {
  const exact = /^(\d{4})-(\d{2}-\d{2})(?: P(\d{1,2})D)?$/u.exec(day)
  const yearly = /^(\d{2}-\d{2})(?: P(\d{1,2})D)?$/u.exec(day)
  if (exact !== null) return Number(exact[1]) === year ? fixed(`${exact[1]}-${exact[2]}`, exact[3], name) : []
  if (yearly !== null) return fixed(`${year}-${yearly[1]}`, yearly[2], name)
  const calendar = new Calendar()
  calendar.setHoliday(day, { name: { en: name }, type: 'observance' })
  return calendar.getHolidays(year).map(({ date, start, end }) => spanOf(name, date, start, end))
}

function fixed(first: string, days: string | undefined, name: string): NamedDay[] {
  const from = new Date(`${first}T00:00:00Z`)
  // The 30th of February is no day of any year.
  if (Number.isNaN(from.getTime()) || from.toISOString().slice(0, 10) !== first) return []
  return [{ name, from: first, to: shift(first, Number(days ?? 1) - 1) }]
}

/** Islamic days begin at sunset of the evening before: the named day is the first, and a part of a day is one. */
function spanOf(name: string, date: string, start: Date, end: Date): NamedDay {
  const days = Math.max(1, Math.floor((end.getTime() - start.getTime()) / DAY_MS))
  const from = date.slice(0, 10)
  return { name, from, to: shift(from, days - 1) }
}

function shift(day: string, by: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + by * DAY_MS).toISOString().slice(0, 10)
}
