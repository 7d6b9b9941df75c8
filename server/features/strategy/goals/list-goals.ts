import type { Actor } from '#server/kernel/actor.ts'
import { readIdCursor } from '#server/kernel/http/id-cursor.ts'
import { pageOf } from '#server/kernel/http/page.ts'
import type { Input } from '../input.ts'
import type { StrategyNeeds } from '../ports.ts'
import { showGoal } from './show-goal.ts'
import { selectGoals } from './store.ts'

/** The organisation's goals, newest first; where an objective is named, those that serve it. */
export function listGoals({ kernel, ports }: StrategyNeeds, { organisationId }: Actor, request: Input<'goals'>) {
  const after = readIdCursor(request)
  return kernel.database.inOrganisation(organisationId, async (db) => {
    const rows = await selectGoals(db, organisationId, {
      objectiveId: request.objectiveId,
      after,
      limit: request.limit,
    })
    const campaigns = await ports.campaignsOf(
      db,
      organisationId,
      rows.map((row) => row.id),
    )
    return pageOf(
      rows,
      request,
      (row) => [row.id],
      (row) => showGoal(row, campaigns.get(row.id) ?? 0),
    )
  })
}
