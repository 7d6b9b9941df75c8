import { Refusal } from '#contract/refusal.ts'
import type { Actor } from '#server/kernel/actor.ts'
import { change } from '#server/kernel/events/change.ts'
import { changedFields, withGiven } from '#server/kernel/events/changed-fields.ts'
import { expectVersion, type RequestContext } from '#server/kernel/http/request-context.ts'
import type { Kernel } from '#server/kernel/kernel.ts'
import type { Input } from '../input.ts'
import { checkReferences } from './check-references.ts'
import { insertVersion, lockWorkflows, selectWorkflow, selectWorkflows, type ShownWorkflow } from './store.ts'

/** What an event says of a workflow. */
function facts({ title, description, enabled, conditions, stages }: ShownWorkflow) {
  return { title, description, enabled, conditions, stages }
}

/** Adds a workflow at the end of the order. */
export function createWorkflow(
  kernel: Kernel,
  actor: Actor,
  input: Input<'workflows', 'create'>,
): Promise<ShownWorkflow> {
  const { organisationId } = actor
  const id = kernel.clock.newId()
  return change(kernel, actor, async ({ db, record }) => {
    await lockWorkflows(db, organisationId)
    await checkReferences(db, organisationId, input)
    const { last } = await db
      .selectFrom('governance_workflows')
      .select((the) => the.fn.max('priority').as('last'))
      .where('organisation_id', '=', organisationId)
      .executeTakeFirstOrThrow()
    await db
      .insertInto('governance_workflows')
      .values({
        organisation_id: organisationId,
        id,
        priority: (last ?? 0) + 1,
        enabled: input.enabled,
        number: 1,
        created_at: kernel.clock.now(),
      })
      .execute()
    await insertVersion(db, {
      organisationId,
      workflowId: id,
      number: 1,
      ...input,
      createdBy: actor.personId,
      createdAt: kernel.clock.now(),
    })
    const workflow = await selectWorkflow(db, organisationId, id)
    record({
      verb: 'workflow.created',
      subject: { type: 'workflow', id, title: workflow.title },
      before: null,
      after: facts(workflow),
    })
    return workflow
  })
}

/** Changes a workflow for posts from now on: what runs keeps the version it began with. */
export function changeWorkflow(
  kernel: Kernel,
  actor: Actor,
  context: RequestContext,
  { id, ...fields }: Input<'workflows', 'change'>,
): Promise<ShownWorkflow> {
  const { organisationId } = actor
  return change(kernel, actor, async ({ db, record }) => {
    await lockWorkflows(db, organisationId)
    const before = await selectWorkflow(db, organisationId, id)
    expectVersion(context, before.version)
    const next = withGiven(facts(before), fields)
    const changed = changedFields(facts(before), next)
    if (changed === null) return before
    await checkReferences(db, organisationId, fields)
    const otherwise = changedFields({ ...facts(before), enabled: next.enabled }, next) !== null
    const number = otherwise ? before.number + 1 : before.number
    if (otherwise)
      await insertVersion(db, {
        organisationId,
        workflowId: id,
        number,
        ...next,
        createdBy: actor.personId,
        createdAt: kernel.clock.now(),
      })
    await db
      .updateTable('governance_workflows')
      .set({ enabled: next.enabled, number, version: before.version + 1 })
      .where('organisation_id', '=', organisationId)
      .where('id', '=', id)
      .execute()
    record({ verb: 'workflow.changed', subject: { type: 'workflow', id, title: next.title }, ...changed })
    return selectWorkflow(db, organisationId, id)
  })
}

/** Sets the order. Refuses a list that is not just the workflows there are: somebody added or removed one meanwhile. */
export function orderWorkflows(
  kernel: Kernel,
  actor: Actor,
  { ids }: Input<'workflows', 'order'>,
): Promise<{ items: ShownWorkflow[] }> {
  const { organisationId } = actor
  return change(kernel, actor, async ({ db, record }) => {
    await lockWorkflows(db, organisationId)
    const before = await selectWorkflows(db, organisationId)
    if (ids.length !== before.length || before.some(({ id }) => !ids.includes(id))) throw new Refusal('record.changed')
    for (const [place, id] of ids.entries())
      await db
        .updateTable('governance_workflows')
        .set({ priority: place + 1 })
        .where('organisation_id', '=', organisationId)
        .where('id', '=', id)
        .execute()
    record({
      verb: 'workflow.ordered',
      subject: { type: 'organisation', id: organisationId },
      before: { order: before.map(({ title }) => title) },
      after: { order: ids.map((id) => before.find((one) => one.id === id)?.title ?? '') },
    })
    return { items: [...(await selectWorkflows(db, organisationId))] }
  })
}

/** Takes a workflow out of the order. What runs goes on. Undone by restoreWorkflow. */
export function removeWorkflow(
  kernel: Kernel,
  actor: Actor,
  context: RequestContext,
  id: string,
): Promise<{ id: string }> {
  return setRemoved(kernel, actor, { id, context, removed: true }).then(() => ({ id }))
}

/** Brings a removed workflow back to its place. */
export function restoreWorkflow(kernel: Kernel, actor: Actor, id: string): Promise<ShownWorkflow> {
  return setRemoved(kernel, actor, { id, context: null, removed: false })
}

function setRemoved(
  kernel: Kernel,
  actor: Actor,
  { id, context, removed }: { id: string; context: RequestContext | null; removed: boolean },
): Promise<ShownWorkflow> {
  const { organisationId } = actor
  return change(kernel, actor, async ({ db, record }) => {
    await lockWorkflows(db, organisationId)
    const workflow = await selectWorkflow(db, organisationId, id, { removed: !removed })
    if (context !== null) expectVersion(context, workflow.version)
    await db
      .updateTable('governance_workflows')
      .set({ removed_at: removed ? kernel.clock.now() : null, version: workflow.version + 1 })
      .where('organisation_id', '=', organisationId)
      .where('id', '=', id)
      .execute()
    record({
      verb: removed ? 'workflow.removed' : 'workflow.restored',
      subject: { type: 'workflow', id, title: workflow.title },
      before: removed ? facts(workflow) : null,
      after: removed ? null : facts(workflow),
    })
    return removed ? workflow : selectWorkflow(db, organisationId, id)
  })
}
