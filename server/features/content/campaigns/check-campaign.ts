import { Refusal, unknownReference } from '#contract/refusal.ts'
import { areOpenUnits, findPeople } from '#server/features/organisation/index.ts'
import { findGoals } from '#server/features/strategy/index.ts'
import type { Db } from '#server/kernel/database/database.ts'

interface Wish {
  readonly startsOn: string
  readonly endsOn: string
  /** Null or absent where the owner needs no check. */
  readonly ownerId?: string | null | undefined
  readonly goalIds: readonly string[]
  readonly unitId?: string | null | undefined
}

/**
 * Refuses dates out of order (one day is enough) and an owner, a unit or goals that are unknown. Answers the goals, each once and in
 * the order of ids, held until the transaction ends.
 */
export async function checkCampaign(db: Db, organisationId: string, wish: Wish): Promise<string[]> {
  if (wish.endsOn < wish.startsOn) throw new Refusal('time.order', {}, [{ path: 'endsOn', code: 'time.order' }])
  const { ownerId } = wish
  if (ownerId !== null && ownerId !== undefined) {
    const people = await findPeople(db, organisationId, [ownerId])
    if (!people.has(ownerId)) throw unknownReference('ownerId')
  }
  if (wish.unitId != null && !(await areOpenUnits(db, organisationId, [wish.unitId]))) throw unknownReference('unitId')
  const goalIds = [...new Set(wish.goalIds)].sort()
  const goals = await findGoals(db, organisationId, goalIds)
  if (goals.length < goalIds.length) throw unknownReference('goalIds')
  return goalIds
}
