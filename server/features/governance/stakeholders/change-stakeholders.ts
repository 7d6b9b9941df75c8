import type { Actor } from '#server/kernel/actor.ts'
import { change } from '#server/kernel/events/change.ts'
import { changedFields, withGiven } from '#server/kernel/events/changed-fields.ts'
import { expectVersion, type RequestContext } from '#server/kernel/http/request-context.ts'
import type { Kernel } from '#server/kernel/kernel.ts'
import type { Input } from '../input.ts'
import { checkLinks, holdStakeholder, type ShownStakeholder } from './store.ts'

/** What an event says of a stakeholder. */
function facts(shown: ShownStakeholder) {
  const { name, role, note, adoption, risk, interest, influence, unit, campaign, owner } = shown
  return {
    name,
    role,
    note,
    adoption,
    risk,
    interest,
    influence,
    unitId: unit?.id ?? null,
    campaignId: campaign?.id ?? null,
    ownerId: owner?.id ?? null,
  }
}
type Facts = ReturnType<typeof facts>

function columns({ unitId, campaignId, ownerId, ...own }: Facts) {
  return { ...own, unit_id: unitId, campaign_id: campaignId, owner_id: ownerId }
}

/** Adds a stakeholder to the register. */
export function createStakeholder(
  kernel: Kernel,
  actor: Actor,
  input: Input<'stakeholders', 'create'>,
): Promise<ShownStakeholder> {
  const { organisationId } = actor
  const id = kernel.clock.newId()
  return change(kernel, actor, async ({ db, record }) => {
    await checkLinks(db, organisationId, input)
    await db
      .insertInto('governance_stakeholders')
      .values({ organisation_id: organisationId, id, ...columns(input), created_at: kernel.clock.now() })
      .execute()
    const made = await holdStakeholder(db, organisationId, id)
    record({
      verb: 'stakeholder.created',
      subject: { type: 'stakeholder', id, title: made.name },
      before: null,
      after: facts(made),
    })
    return made
  })
}

/** Changes the fields given. Refuses an unknown unit, campaign or owner, and a version that is no longer the stored one. */
export function changeStakeholder(
  kernel: Kernel,
  actor: Actor,
  context: RequestContext,
  { id, ...fields }: Input<'stakeholders', 'change'>,
): Promise<ShownStakeholder> {
  const { organisationId } = actor
  return change(kernel, actor, async ({ db, record }) => {
    const before = await holdStakeholder(db, organisationId, id)
    expectVersion(context, before.version)
    const next = withGiven(facts(before), fields)
    const changed = changedFields(facts(before), next)
    if (changed === null) return before
    await checkLinks(db, organisationId, next)
    await db
      .updateTable('governance_stakeholders')
      .set({ ...columns(next), version: before.version + 1 })
      .where('organisation_id', '=', organisationId)
      .where('id', '=', id)
      .execute()
    record({ verb: 'stakeholder.changed', subject: { type: 'stakeholder', id, title: next.name }, ...changed })
    return holdStakeholder(db, organisationId, id)
  })
}

/** Takes a stakeholder out of the register. Undone by restoreStakeholder. */
export function removeStakeholder(
  kernel: Kernel,
  actor: Actor,
  context: RequestContext,
  id: string,
): Promise<{ id: string }> {
  return setRemoved(kernel, actor, { id, context, removed: true }).then(() => ({ id }))
}

/** Brings a removed stakeholder back. */
export function restoreStakeholder(kernel: Kernel, actor: Actor, id: string): Promise<ShownStakeholder> {
  return setRemoved(kernel, actor, { id, context: null, removed: false })
}

function setRemoved(
  kernel: Kernel,
  actor: Actor,
  { id, context, removed }: { id: string; context: RequestContext | null; removed: boolean },
): Promise<ShownStakeholder> {
  const { organisationId } = actor
  return change(kernel, actor, async ({ db, record }) => {
    const before = await holdStakeholder(db, organisationId, id, { removed: !removed })
    if (context !== null) expectVersion(context, before.version)
    await db
      .updateTable('governance_stakeholders')
      .set({ removed_at: removed ? kernel.clock.now() : null, version: before.version + 1 })
      .where('organisation_id', '=', organisationId)
      .where('id', '=', id)
      .execute()
    record({
      verb: removed ? 'stakeholder.removed' : 'stakeholder.restored',
      subject: { type: 'stakeholder', id, title: before.name },
      before: removed ? facts(before) : null,
      after: removed ? null : facts(before),
    })
    return removed ? before : holdStakeholder(db, organisationId, id)
  })
}
