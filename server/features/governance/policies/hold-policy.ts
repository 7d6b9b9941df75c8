import { Refusal } from '#contract/refusal.ts'
import { may } from '#server/features/organisation/index.ts'
import type { Actor } from '#server/kernel/actor.ts'
import type { Db } from '#server/kernel/database/database.ts'
import { personOf } from '../person-of.ts'
import { showPolicy, type ShownPolicy } from './show-policy.ts'
import { lockPolicy, selectPolicy, type PolicyRow } from './store.ts'

/** Whether somebody sees drafts. */
export function seesDrafts(actor: Actor): boolean {
  return may(actor, 'policies.change').allowed
}

/** One policy, removed or not, held for the change that follows. Refuses `record.not-found`. */
export async function holdAnyPolicy(db: Db, actor: Actor, id: string): Promise<PolicyRow> {
  await lockPolicy(db, actor.organisationId, id)
  const row = await selectPolicy(db, { organisationId: actor.organisationId, personId: personOf(actor) }, id)
  if (row === null) throw new Refusal('record.not-found')
  return row
}

/** One policy held for the change that follows. Refuses `record.not-found`, also for one that was removed. */
export async function holdPolicy(db: Db, actor: Actor, id: string): Promise<PolicyRow> {
  const row = await holdAnyPolicy(db, actor, id)
  if (row.removed_at !== null) throw new Refusal('record.not-found')
  return row
}

/** One policy as this person sees it. Refuses `record.not-found` for what is removed, and for drafts of others. */
export async function findPolicy(db: Db, actor: Actor, id: string): Promise<PolicyRow> {
  const row = await selectPolicy(db, { organisationId: actor.organisationId, personId: personOf(actor) }, id)
  if (row === null || row.removed_at !== null || (row.current === null && !seesDrafts(actor)))
    throw new Refusal('record.not-found')
  return row
}

/** A policy as it is after a change. */
export async function showHeld(db: Db, actor: Actor, id: string): Promise<ShownPolicy> {
  return showPolicy(await holdAnyPolicy(db, actor, id), seesDrafts(actor))
}
