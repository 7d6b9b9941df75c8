import { sql } from 'kysely'
import type { Actor } from '#server/kernel/actor.ts'
import { readIdCursor } from '#server/kernel/http/id-cursor.ts'
import { pageOf } from '#server/kernel/http/page.ts'
import type { Kernel } from '#server/kernel/kernel.ts'
import type { PlansInput } from '../input.ts'
import { findPlan, openReader, type Reader } from './reader.ts'
import { selectPlans, type PlanRow } from './store.ts'

/** Among so many proposals those that wait for one reader are looked for. */
const MOST_PROPOSALS = 500

/** Plans, newest first. `waiting`: those about which the caller may decide now. */
export function listPlans(kernel: Kernel, actor: Actor, request: PlansInput<'list'>) {
  const { organisationId } = actor
  const after = readIdCursor(request)
  return kernel.database.inOrganisation(organisationId, async (db) => {
    const reader = await openReader(db, kernel.clock, actor)
    const { level, parentId, goalId, waiting } = request
    const state = waiting === true ? 'proposed' : request.state
    const where = sql`p.removed_at is null
      ${after === null ? sql`` : sql`and p.id < ${after}`}
      ${level === undefined ? sql`` : sql`and p.level = ${level}`}
      ${state === undefined ? sql`` : sql`and p.state = ${state}`}
      ${parentId === undefined ? sql`` : sql`and p.parent_id = ${parentId}`}
      ${goalId === undefined ? sql`` : sql`and p.id in (select l.plan_id from strategy_plan_goals l where l.organisation_id = ${organisationId} and l.goal_id = ${goalId})`}`
    const limit = waiting === true ? MOST_PROPOSALS : request.limit + 1
    const rows = await selectPlans(db, organisationId, { where, today: reader.today, limit })
    const kept = waiting === true ? await thoseWaiting(reader, rows) : rows
    const page = pageOf(
      kept,
      request,
      (row) => [row.id],
      (row) => row,
    )
    const items = []
    for (const row of page.items) items.push(await reader.show(row))
    return { items, nextCursor: page.nextCursor }
  })
}

async function thoseWaiting(reader: Reader, rows: readonly PlanRow[]): Promise<PlanRow[]> {
  const kept = []
  for (const row of rows) if ((await reader.judgeOf(row)) === 'allowed') kept.push(row)
  return kept
}

/** One plan. */
export function readPlan(kernel: Kernel, actor: Actor, id: string) {
  return kernel.database.inOrganisation(actor.organisationId, async (db) => {
    const reader = await openReader(db, kernel.clock, actor)
    return reader.show(await findPlan(reader, id))
  })
}
