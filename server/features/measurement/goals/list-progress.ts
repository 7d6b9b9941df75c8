import { readOrganisation } from '#server/features/organisation/index.ts'
import { costSight } from '#server/features/strategy/index.ts'
import type { Actor } from '#server/kernel/actor.ts'
import { readIdCursor } from '#server/kernel/http/id-cursor.ts'
import { pageOf, type PageRequest } from '#server/kernel/http/page.ts'
import { calendarOf } from '../calendar.ts'
import type { Needs } from '../needs.ts'
import { readMeasures } from './read-measures.ts'
import { readGoals } from './store-goals.ts'

interface ProgressRequest extends PageRequest {
  readonly goalId?: string | undefined
  readonly objectiveId?: string | undefined
}

/** Goals against the straight path from baseline to target, newest first. Days are those of the organisation's time zone. */
export function listProgress(kernel: Needs, actor: Actor, request: ProgressRequest) {
  const { organisationId } = actor
  const { goalId, objectiveId, limit } = request
  const before = readIdCursor(request)
  return kernel.database.inOrganisation(organisationId, async (db) => {
    const { currency, time_zone: zone } = await readOrganisation(db, organisationId)
    const calendar = calendarOf(zone, kernel.clock.now())
    const rows = await readGoals(db, { organisationId, goalId, objectiveId, before, limit: limit + 1 })
    const { goals } = await readMeasures(db, {
      organisationId,
      currency,
      calendar,
      goals: rows.slice(0, limit),
      period: null,
      costs: costSight(actor),
    })
    const page = pageOf(
      rows,
      request,
      (row) => [row.id],
      (row) => row.id,
    )
    return { items: [...goals], nextCursor: page.nextCursor }
  })
}
