import { sql } from 'kysely'
import type { Actor } from '#server/kernel/actor.ts'
import { change } from '#server/kernel/events/change.ts'
import { changedFields, withGiven } from '#server/kernel/events/changed-fields.ts'
import { readIdCursor } from '#server/kernel/http/id-cursor.ts'
import { pageOf } from '#server/kernel/http/page.ts'
import { actorOf, expectVersion, type RequestContext } from '#server/kernel/http/request-context.ts'
import type { Kernel } from '#server/kernel/kernel.ts'
import { readOrganisation } from '#server/features/organisation/index.ts'
import type { BudgetInput } from '../../input.ts'
import { checkPlace } from '../check-charge.ts'
import { checkedTool, showTool, toolColumns, toolFacts, type ShownTool } from './show-tool.ts'
import { findAnyTool, findTool, insertTool, lockTool, selectTools, updateTool } from './store-tools.ts'

/** Subscriptions, newest first. */
export function listTools(kernel: Kernel, { organisationId }: Actor, request: BudgetInput<'tools'>) {
  const after = readIdCursor(request)
  return kernel.database.inOrganisation(organisationId, async (db) => {
    const where = sql`s.removed_at is null ${after === null ? sql`` : sql`and s.id < ${after}`}`
    const rows = await selectTools(db, organisationId, { where, limit: request.limit + 1 })
    return pageOf(rows, request, (row) => [row.id], showTool)
  })
}

/** One subscription. */
export function readTool(kernel: Kernel, { organisationId }: Actor, id: string) {
  return kernel.database.inOrganisation(organisationId, async (db) => showTool(await findTool(db, organisationId, id)))
}

/** Adds a subscription, in the organisation's currency where none is named. */
export function createTool(kernel: Kernel, actor: Actor, input: BudgetInput<'createTool'>): Promise<ShownTool> {
  const { organisationId } = actor
  const id = kernel.clock.newId()
  return change(kernel, actor, async ({ db, record }) => {
    const { unitId = null, campaignId = null, planId = null, currency, ...fields } = input
    const facts = checkedTool({
      ...fields,
      currency: currency ?? (await readOrganisation(db, organisationId)).currency,
      unitId,
      campaignId,
      planId,
    })
    await checkPlace(db, organisationId, facts)
    const base = { organisation_id: organisationId, id, created_by: actor.personId, created_at: kernel.clock.now() }
    await insertTool(db, { ...base, ...toolColumns(facts) })
    record({ verb: 'tool.created', subject: { type: 'tool', id, title: facts.name }, before: null, after: facts })
    return showTool(await findTool(db, organisationId, id))
  })
}

/** Changes the fields given. Refuses a version that is no longer the stored one. */
export function changeTool(kernel: Kernel, context: RequestContext, { id, ...fields }: BudgetInput<'changeTool'>) {
  const actor = actorOf(context)
  const { organisationId } = actor
  return change(kernel, actor, async ({ db, record }): Promise<ShownTool> => {
    await lockTool(db, organisationId, id)
    const row = await findTool(db, organisationId, id)
    expectVersion(context, row.version)
    const before = toolFacts(row)
    const next = checkedTool(withGiven(before, fields))
    await checkPlace(db, organisationId, next, before)
    const changed = changedFields(before, next)
    if (changed === null) return showTool(row)
    await updateTool(db, organisationId, id, toolColumns(next))
    record({ verb: 'tool.changed', subject: { type: 'tool', id, title: next.name }, ...changed })
    return showTool(await findTool(db, organisationId, id))
  })
}

/** Takes a subscription out of every list and sum. Undone by restoreTool. */
export function removeTool(kernel: Kernel, context: RequestContext, id: string): Promise<{ id: string }> {
  const actor = actorOf(context)
  const { organisationId } = actor
  return change(kernel, actor, async ({ db, record }) => {
    await lockTool(db, organisationId, id)
    const row = await findTool(db, organisationId, id)
    expectVersion(context, row.version)
    await updateTool(db, organisationId, id, { removed_at: kernel.clock.now() })
    record({
      verb: 'tool.removed',
      subject: { type: 'tool', id, title: row.name },
      before: toolFacts(row),
      after: null,
    })
    return { id }
  })
}

/** Brings a removed subscription back as it was. One that is there stays as it is. */
export function restoreTool(kernel: Kernel, actor: Actor, id: string): Promise<ShownTool> {
  const { organisationId } = actor
  return change(kernel, actor, async ({ db, record }) => {
    await lockTool(db, organisationId, id)
    const held = await findAnyTool(db, organisationId, id)
    if (held.removed_at === null) return showTool(held)
    await updateTool(db, organisationId, id, { removed_at: null })
    record({
      verb: 'tool.restored',
      subject: { type: 'tool', id, title: held.name },
      before: null,
      after: toolFacts(held),
    })
    return showTool(await findTool(db, organisationId, id))
  })
}
