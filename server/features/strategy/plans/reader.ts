import { sql } from 'kysely'
import { Refusal } from '#contract/refusal.ts'
import type { Actor } from '#server/kernel/actor.ts'
import type { Clock } from '#server/kernel/clock.ts'
import type { Db } from '#server/kernel/database/database.ts'
import { may, reportsOf, unitPath, todayOfOrganisation } from '#server/features/organisation/index.ts'
import { judge, type Decider, type Judgement } from '../domain/plan-decision.ts'
import { showPlan, type ShownPlan } from './show-plan.ts'
import { lockPlan, selectPlans, type PlanRow } from './store.ts'

/** Somebody who looks at plans: what they may see of them, and about which they may decide. */
export interface Reader {
  readonly db: Db
  readonly organisationId: string
  readonly today: string
  readonly judgeOf: (row: PlanRow) => Promise<Judgement>
  readonly show: (row: PlanRow) => Promise<ShownPlan>
}

/** What is the same for every plan that somebody looks at in one request. */
export async function openReader(db: Db, clock: Clock, actor: Actor): Promise<Reader> {
  const { organisationId, personId } = actor
  const today = await todayOfOrganisation(db, organisationId, clock.now())
  const budgets = may(actor, 'budget.read').allowed
  const below = personId === null ? [] : await reportsOf(db, organisationId, personId, 'functional')
  const reports: ReadonlySet<string> = new Set(below.map((one) => one.personId))
  const approvers = new Map<string | null, boolean>()
  async function approvesIn(unitId: string | null): Promise<boolean> {
    const known = approvers.get(unitId)
    if (known !== undefined) return known
    const approves = may(actor, 'plans.approve', { unitPath: await unitPath(db, organisationId, unitId) }).allowed
    approvers.set(unitId, approves)
    return approves
  }
  const judgeOf = async (row: PlanRow): Promise<Judgement> => {
    const decider: Decider = { personId, approves: await approvesIn(row.unit_id), reports }
    return judge(
      {
        level: row.level,
        ownerId: row.owner_id,
        createdBy: row.created_by,
        proposedBy: row.proposed_by,
        parentOwnerId: row.parent?.ownerId ?? null,
      },
      decider,
    )
  }
  const show = async (row: PlanRow): Promise<ShownPlan> =>
    showPlan(row, {
      budgets,
      mayDecide: row.state === 'proposed' && may(actor, 'plans.change').allowed && (await judgeOf(row)) === 'allowed',
    })
  return { db, organisationId, today, judgeOf, show }
}

/** One plan, removed or not. Refuses `record.not-found`. */
export async function findAnyPlan({ db, organisationId, today }: Reader, id: string): Promise<PlanRow> {
  const [row] = await selectPlans(db, organisationId, { where: sql`p.id = ${id}`, today, limit: 1 })
  if (row === undefined) throw new Refusal('record.not-found')
  return row
}

/** One plan as it is. Refuses `record.not-found`, also for one that was removed. */
export async function findPlan(reader: Reader, id: string): Promise<PlanRow> {
  const row = await findAnyPlan(reader, id)
  if (row.removed_at !== null) throw new Refusal('record.not-found')
  return row
}

/** One plan held for the change that follows. */
export async function holdPlan(reader: Reader, id: string): Promise<PlanRow> {
  await lockPlan(reader.db, reader.organisationId, id)
  return findPlan(reader, id)
}
