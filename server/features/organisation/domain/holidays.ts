export interface Holiday {
  readonly on: string
  readonly name: string
}

const DAY_MS = 86_400_000

/** The library of the world's holidays: large, so that it is fetched when somebody asks for one, not when the server starts. */
async function loadLibrary() {
  return (await import('date-holidays')).default
}

/** The countries whose holidays are known, by code. */
export async function holidayCountries(): Promise<readonly string[]> {
  const Holidays = await loadLibrary()
  return Object.keys(new Holidays().getCountries()).toSorted()
}

/** Public holidays of a country from one day to another, both included, named in the language where it has the word; none for a country that is not known. */
export async function holidaysOf(
  country: string,
  range: { readonly from: string; readonly to: string },
  language: string,
): Promise<readonly Holiday[]> {
  const Holidays = await loadLibrary()
  if (!(await holidayCountries()).includes(country)) return []
  const calendar = new Holidays(country, { types: ['public'] })
  const years = new Set([Number(range.from.slice(0, 4)), Number(range.to.slice(0, 4))])
  const days = new Map<string, string>()
  for (const year of years)
    for (const holiday of calendar.getHolidays(year, language)) {
      // A holiday may last several days; `date` is its first one, by the clock of the country.
      const first = holiday.date.slice(0, 10)
      const lasts = Math.max(1, Math.round((holiday.end.getTime() - holiday.start.getTime()) / DAY_MS))
      for (let day = 0; day < lasts; day += 1) {
        const on = new Date(Date.parse(`${first}T00:00:00Z`) + day * DAY_MS).toISOString().slice(0, 10)
        if (on >= range.from && on <= range.to && !days.has(on)) days.set(on, holiday.name)
      }
    }
  return [...days].map(([on, name]) => ({ on, name })).toSorted((one, other) => one.on.localeCompare(other.on))
}
