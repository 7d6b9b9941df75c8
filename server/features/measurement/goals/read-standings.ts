import { readOrganisation } from '#server/features/organisation/index.ts'
import type { CostSight, MeasuredStanding } from '#server/features/strategy/index.ts'
import type { Db } from '#server/kernel/database/database.ts'
import { calendarOf } from '../calendar.ts'
import { readMeasures } from './read-measures.ts'
import { readGoals } from './store-goals.ts'

interface Wanted {
  readonly organisationId: string
  readonly now: Date
  readonly goalIds: readonly string[]
  readonly costs: CostSight
}

/** How these goals stand today, for the room that set them. */
export async function readStandings(
  db: Db,
  { organisationId, now, goalIds, costs }: Wanted,
): Promise<ReadonlyMap<string, MeasuredStanding>> {
  if (goalIds.length === 0) return new Map()
  const { currency, time_zone: zone } = await readOrganisation(db, organisationId)
  const rows = await readGoals(db, { organisationId, goalIds, limit: goalIds.length })
  const { goals } = await readMeasures(db, {
    organisationId,
    currency,
    calendar: calendarOf(zone, now),
    goals: rows,
    period: null,
    costs,
  })
  return new Map(goals.map((goal) => [goal.id, goal]))
}
