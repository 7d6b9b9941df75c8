import { Temporal } from 'temporal-polyfill'

/** The day it is at an instant in a time zone (an IANA name), as `YYYY-MM-DD`. */
export function dayIn(timeZone: string, instant: Date): string {
  return Temporal.Instant.fromEpochMilliseconds(instant.getTime()).toZonedDateTimeISO(timeZone).toPlainDate().toString()
}
