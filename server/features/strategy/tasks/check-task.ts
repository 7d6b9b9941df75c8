import { sql } from 'kysely'
import { unknownReference } from '#contract/refusal.ts'
import type { Actor } from '#server/kernel/actor.ts'
import type { Db } from '#server/kernel/database/database.ts'
import { demand, unitPath } from '#server/features/organisation/index.ts'
import { checkOwner } from '../check-owner.ts'

interface Links {
  readonly planId: string | null
  readonly ownerId: string | null
  readonly goalId: string | null
  readonly campaignId: string | null
}

/** Refuses what a task is to belong to where it is not there, and somebody who may not work on that plan or campaign. */
export async function checkLinks(db: Db, actor: Actor, links: Links): Promise<void> {
  const { organisationId } = actor
  await checkOwner(db, organisationId, links.ownerId)
  const plan = await find(db, organisationId, 'strategy_plans', links.planId, 'planId')
  await find(db, organisationId, 'strategy_goals', links.goalId, 'goalId')
  await find(db, organisationId, 'content_campaigns', links.campaignId, 'campaignId')
  demand(actor, 'plans.change', {
    unitPath: await unitPath(db, organisationId, plan?.unitId),
    campaignId: links.campaignId,
  })
}

type Linkable = 'strategy_plans' | 'strategy_goals' | 'content_campaigns'

async function find(
  db: Db,
  organisationId: string,
  table: Linkable,
  id: string | null,
  path: string,
): Promise<{ readonly unitId: string | null } | null> {
  if (id === null) return null
  const unit = table === 'strategy_goals' ? sql`null` : sql`unit_id`
  const { rows } = await sql<{ unitId: string | null }>`
    select ${unit} as "unitId" from ${sql.table(table)}
    where organisation_id = ${organisationId} and id = ${id} and removed_at is null for key share`.execute(db)
  if (rows[0] === undefined) throw unknownReference(path)
  return rows[0]
}
