import { Refusal, unknownReference } from '#contract/refusal.ts'
import type { Actor } from '#server/kernel/actor.ts'
import type { Db } from '#server/kernel/database/database.ts'
import { areOpenUnits, demand, unitPath } from '#server/features/organisation/index.ts'
import { checkObjectives } from '../goals/check-objectives.ts'
import { findGoals } from '../goals/store.ts'

interface Place {
  readonly level: 'tactical' | 'action'
  readonly unitId: string | null
  readonly parentId: string | null
  readonly askedBudget: string | null
}

/** Refuses somebody who may not plan there: a tactical plan carries a budget, so it needs the right to change budgets. */
export async function demandPlace(
  db: Db,
  actor: Actor,
  { level, unitId }: Pick<Place, 'level' | 'unitId'>,
): Promise<void> {
  const subject = { unitPath: await unitPath(db, actor.organisationId, unitId) }
  demand(actor, 'plans.change', subject)
  if (level === 'tactical') demand(actor, 'budget.change', subject)
}

/** Refuses a plan that its level does not allow, units and plans that are not there, and a budget below nothing. */
export async function checkPlace(db: Db, actor: Actor, place: Place): Promise<void> {
  const { organisationId } = actor
  const { level, unitId, parentId, askedBudget } = place
  if (unitId !== null && !(await areOpenUnits(db, organisationId, [unitId]))) throw unknownReference('unitId')
  await demandPlace(db, actor, place)
  if (level === 'tactical' && parentId !== null)
    throw new Refusal('plan.level', {}, [{ path: 'parentId', code: 'plan.level' }])
  if (level === 'action' && askedBudget !== null)
    throw new Refusal('plan.level', {}, [{ path: 'askedBudget', code: 'plan.level' }])
  if (parentId !== null && !(await isTactical(db, organisationId, parentId))) throw unknownReference('parentId')
  if (askedBudget?.startsWith('-') === true)
    throw new Refusal('request.invalid', {}, [{ path: 'askedBudget', code: 'money.not-a-number' }])
}

async function isTactical(db: Db, organisationId: string, id: string): Promise<boolean> {
  const found = await db
    .selectFrom('strategy_plans')
    .select('id')
    .where('organisation_id', '=', organisationId)
    .where('id', '=', id)
    .where('level', '=', 'tactical')
    .where('removed_at', 'is', null)
    .forKeyShare()
    .executeTakeFirst()
  return found !== undefined
}

interface Aims {
  readonly objectiveIds: readonly string[]
  readonly goalIds: readonly string[]
}

/** The aims of a plan, each once. Refuses objectives and goals that are not there. */
export async function checkAims(db: Db, organisationId: string, aims: Aims): Promise<Aims> {
  const objectiveIds = await checkObjectives(db, organisationId, aims.objectiveIds)
  const goalIds = [...new Set(aims.goalIds)].sort()
  if ((await findGoals(db, organisationId, goalIds)).length < goalIds.length) throw unknownReference('goalIds')
  return { objectiveIds, goalIds }
}
