import { Refusal, unknownReference } from '#contract/refusal.ts'
import type { Actor } from '#server/kernel/actor.ts'
import type { Db } from '#server/kernel/database/database.ts'
import { areOpenUnits, demand, findPeople, unitPath } from '#server/features/organisation/index.ts'
import { findByHandle } from './store-accounts.ts'

/** Refuses somebody who may not look after accounts of that unit. */
export async function demandUnit(db: Db, actor: Actor, unitId: string | null): Promise<void> {
  demand(actor, 'goals.change', { unitPath: await unitPath(db, actor.organisationId, unitId) })
}

interface Links {
  readonly unitId: string | null
  readonly competitorId: string | null
  readonly holderId: string | null
}

/** Refuses a unit, a competitor or a holder that is not there. Those that stand already pass. */
export async function checkLinks(db: Db, organisationId: string, links: Links, before?: Links): Promise<void> {
  const { unitId, competitorId, holderId } = links
  if (holderId !== null && holderId !== before?.holderId) {
    if (!(await findPeople(db, organisationId, [holderId])).has(holderId)) throw unknownReference('holderId')
  }
  if (unitId !== null && unitId !== before?.unitId && !(await areOpenUnits(db, organisationId, [unitId])))
    throw unknownReference('unitId')
  if (competitorId !== null && !(await isCompetitor(db, organisationId, competitorId)))
    throw unknownReference('competitorId')
}

async function isCompetitor(db: Db, organisationId: string, id: string): Promise<boolean> {
  const found = await db
    .selectFrom('strategy_competitors')
    .select('id')
    .where('organisation_id', '=', organisationId)
    .where('id', '=', id)
    .where('removed_at', 'is', null)
    .forKeyShare()
    .executeTakeFirst()
  return found !== undefined
}

/** Refuses a handle that another account on the list has. The list is held. */
export async function checkHandle(
  db: Db,
  organisationId: string,
  wanted: { readonly platform: string; readonly key: string; readonly own?: string },
): Promise<void> {
  const found = await findByHandle(db, organisationId, wanted)
  if (found !== null && found !== wanted.own)
    throw new Refusal('account.exists', {}, [{ path: 'handle', code: 'account.exists' }])
}
