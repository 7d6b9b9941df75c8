import { sql } from 'kysely'
import type { Actor } from '#server/kernel/actor.ts'
import { readIdCursor } from '#server/kernel/http/id-cursor.ts'
import { pageOf } from '#server/kernel/http/page.ts'
import type { Kernel } from '#server/kernel/kernel.ts'
import { todayOfOrganisation } from '#server/features/organisation/index.ts'
import type { PlansInput } from '../input.ts'
import { findTask } from './hold-task.ts'
import { showTask } from './show-task.ts'
import { selectTasks } from './store.ts'

/** Tasks, newest first. `mine`: what the caller has not done yet, by due day. */
export function listTasks(kernel: Kernel, actor: Actor, request: PlansInput<'tasks'>) {
  const { organisationId, personId } = actor
  const after = readIdCursor(request)
  return kernel.database.inOrganisation(organisationId, async (db) => {
    const today = await todayOfOrganisation(db, organisationId, kernel.clock.now())
    const { planId, goalId, campaignId, state, mine } = request
    const where = sql`t.removed_at is null
      ${planId === undefined ? sql`` : sql`and t.plan_id = ${planId}`}
      ${goalId === undefined ? sql`` : sql`and t.goal_id = ${goalId}`}
      ${campaignId === undefined ? sql`` : sql`and t.campaign_id = ${campaignId}`}
      ${state === undefined ? sql`` : sql`and t.state = ${state}`}
      ${mine === true ? sql`and t.owner_id = ${personId} and t.state in ('open', 'doing')` : sql``}
      ${after === null || mine === true ? sql`` : sql`and t.id < ${after}`}`
    const order = mine === true ? sql`t.due_on nulls last, t.id` : sql`t.id desc`
    const limit = mine === true ? request.limit : request.limit + 1
    const rows = await selectTasks(db, organisationId, { where, order, limit })
    return pageOf(
      rows,
      request,
      (row) => [row.id],
      (row) => showTask(row, today),
    )
  })
}

/** One task. */
export function readTask(kernel: Kernel, { organisationId }: Actor, id: string) {
  return kernel.database.inOrganisation(organisationId, async (db) => {
    const today = await todayOfOrganisation(db, organisationId, kernel.clock.now())
    return showTask(await findTask(db, organisationId, id), today)
  })
}
