/** The Monday of the week of a calendar day, or so many weeks from it; days are `YYYY-MM-DD` and belong to no zone. */
export function mondayOf(day: string, weeks = 0): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  const at = new Date(Date.UTC(year, month - 1, date))
  at.setUTCDate(at.getUTCDate() - ((at.getUTCDay() + 6) % 7) + 7 * weeks)
  return at.toISOString().slice(0, 10)
}
