import { Temporal } from 'temporal-polyfill'
import { readOrganisation } from '#server/features/organisation/index.ts'
import type { Db } from '#server/kernel/database/database.ts'

/** The day it is at `now` where the organisation is, as `YYYY-MM-DD`: certificates end at its midnight. */
export async function todayOfOrganisation(db: Db, organisationId: string, now: Date): Promise<string> {
  const { time_zone: timeZone } = await readOrganisation(db, organisationId)
  return Temporal.Instant.fromEpochMilliseconds(now.getTime()).toZonedDateTimeISO(timeZone).toPlainDate().toString()
}
