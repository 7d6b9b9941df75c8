/** The day that is so many days from today, in Istanbul, where the stage plays: `2026-11-24`. */
export function days(ahead: number): string {
  return new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Istanbul' }).format(Date.now() + ahead * 86_400_000)
}

/** The Monday of the week after this one. */
export function nextMonday(): string {
  const weekday = new Date(`${days(0)}T12:00:00Z`).getUTCDay()
  return days(weekday === 0 ? 1 : 8 - weekday)
}

/** A day as the date fields take it in English: `24 Nov 2026`. */
export function inCalendar(day: string): string {
  const date = new Date(`${day}T12:00:00Z`)
  const month = new Intl.DateTimeFormat('en-US', { timeZone: 'UTC', month: 'short' }).format(date)
  return `${date.getUTCDate()} ${month} ${date.getUTCFullYear()}`
}
