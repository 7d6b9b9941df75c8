import type { Db } from '#server/kernel/database/database.ts'
import { rolesThatMay, superiorsOf } from '#server/features/organisation/index.ts'
import type { PlanRow } from './store.ts'

/**
 * Whom to tell of a proposal: for an action plan the nearest superior on the functional line and the owner of the plan above;
 * else, and for tactical plans, everybody whose role may approve plans. Never those who own or proposed it.
 */
export async function findDeciders(db: Db, organisationId: string, plan: PlanRow): Promise<readonly string[]> {
  const authors = new Set([plan.owner_id, plan.proposed_by])
  const author = plan.owner_id ?? plan.created_by
  if (plan.level === 'action') {
    const superiors = author === null ? [] : await superiorsOf(db, organisationId, { personId: author }, 'functional')
    const line = superiors.filter(({ steps }) => steps === superiors[0]?.steps).map(({ personId }) => personId)
    const above = [...line, plan.parent?.ownerId ?? null].filter((id) => id !== null).filter((id) => !authors.has(id))
    if (above.length > 0) return [...new Set(above)]
  }
  const approvers = await db
    .selectFrom('organisation_people')
    .select('id')
    .where('organisation_id', '=', organisationId)
    .where('active', '=', true)
    .where('role', 'in', [...rolesThatMay('plans.approve')])
    .execute()
  return approvers.map(({ id }) => id).filter((id) => !authors.has(id))
}
