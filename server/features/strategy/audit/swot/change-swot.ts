import { sql } from 'kysely'
import type { Actor } from '#server/kernel/actor.ts'
import { change } from '#server/kernel/events/change.ts'
import { changedFields, withGiven } from '#server/kernel/events/changed-fields.ts'
import { actorOf, expectVersion, type RequestContext } from '#server/kernel/http/request-context.ts'
import type { Kernel } from '#server/kernel/kernel.ts'
import type { SwotInput } from '../../input.ts'
import { addTask } from '../../tasks/create-task.ts'
import { checkEvidence } from './check-evidence.ts'
import { holdAnySwot, holdSwot, selectSwot, showSwot, swotFacts, updateSwot, type ShownSwot } from './store.ts'

const MOST = 200

/** The four lists as one, oldest first. */
export function listSwot(kernel: Kernel, { organisationId }: Actor): Promise<{ items: ShownSwot[] }> {
  return kernel.database.inOrganisation(organisationId, async (db) => ({
    items: (await selectSwot(db, organisationId, { where: sql`s.removed_at is null`, limit: MOST })).map(showSwot),
  }))
}

/** Writes a line. Refuses evidence that is not there. */
export function createSwot(kernel: Kernel, actor: Actor, input: SwotInput<'create'>): Promise<ShownSwot> {
  const { organisationId } = actor
  const id = kernel.clock.newId()
  return change(kernel, actor, async ({ db, record }) => {
    const evidence = await checkEvidence(db, organisationId, input.evidence)
    await db
      .insertInto('strategy_swot')
      .values({
        organisation_id: organisationId,
        id,
        quadrant: input.quadrant,
        text: input.text,
        evidence: JSON.stringify(evidence),
        created_by: actor.personId,
        created_at: kernel.clock.now(),
      })
      .execute()
    const row = await holdSwot(db, organisationId, id)
    record({
      verb: 'swot.created',
      subject: { type: 'swot', id, title: row.text },
      before: null,
      after: swotFacts(row),
    })
    return showSwot(row)
  })
}

/** Changes the fields given. Refuses evidence that is not there, and a version that is no longer the stored one. */
export function changeSwot(
  kernel: Kernel,
  context: RequestContext,
  { id, ...fields }: SwotInput<'change'>,
): Promise<ShownSwot> {
  const actor = actorOf(context)
  const { organisationId } = actor
  return change(kernel, actor, async ({ db, record }) => {
    const row = await holdSwot(db, organisationId, id)
    expectVersion(context, row.version)
    const before = swotFacts(row)
    const evidence =
      fields.evidence === undefined ? undefined : await checkEvidence(db, organisationId, fields.evidence)
    const next = withGiven(before, { ...fields, evidence })
    const changed = changedFields(before, next)
    if (changed === null) return showSwot(row)
    await updateSwot(db, organisationId, id, { ...next, evidence: JSON.stringify(next.evidence) })
    record({ verb: 'swot.changed', subject: { type: 'swot', id, title: next.text }, ...changed })
    return showSwot(await holdSwot(db, organisationId, id))
  })
}

/** Takes a line out. Undone by restoreSwot. */
export function removeSwot(kernel: Kernel, context: RequestContext, id: string): Promise<{ id: string }> {
  const actor = actorOf(context)
  const { organisationId } = actor
  return change(kernel, actor, async ({ db, record }) => {
    const row = await holdSwot(db, organisationId, id)
    expectVersion(context, row.version)
    await updateSwot(db, organisationId, id, { removed_at: kernel.clock.now() })
    record({
      verb: 'swot.removed',
      subject: { type: 'swot', id, title: row.text },
      before: swotFacts(row),
      after: null,
    })
    return { id }
  })
}

/** Brings a removed line back. One that is there stays as it is. */
export function restoreSwot(kernel: Kernel, actor: Actor, id: string): Promise<ShownSwot> {
  const { organisationId } = actor
  return change(kernel, actor, async ({ db, record }) => {
    const row = await holdAnySwot(db, organisationId, id)
    if (row.removed_at === null) return showSwot(row)
    await updateSwot(db, organisationId, id, { removed_at: null })
    record({
      verb: 'swot.restored',
      subject: { type: 'swot', id, title: row.text },
      before: null,
      after: swotFacts(row),
    })
    return showSwot(await holdSwot(db, organisationId, id))
  })
}

/** Makes a task of a line. One line may become several. */
export function taskOfSwot(kernel: Kernel, actor: Actor, { id, ...task }: SwotInput<'task'>) {
  const { organisationId } = actor
  return change(kernel, actor, async (work) => {
    await holdSwot(work.db, organisationId, id)
    const made = await addTask(kernel, actor, work, task)
    await work.db
      .insertInto('strategy_audit_tasks')
      .values({ organisation_id: organisationId, task_id: made.id, swot_id: id, created_at: kernel.clock.now() })
      .execute()
    return { id: made.id, title: made.title }
  })
}
