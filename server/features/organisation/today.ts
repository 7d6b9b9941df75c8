import type { Db } from '#server/kernel/database/database.ts'
import { dayIn } from '#server/kernel/day-in.ts'
import { readOrganisation } from './store.ts'

/** The day it is at `now` where the organisation is, as `YYYY-MM-DD`. */
export async function todayOfOrganisation(db: Db, organisationId: string, now: Date): Promise<string> {
  const { time_zone: timeZone } = await readOrganisation(db, organisationId)
  return dayIn(timeZone, now)
}
