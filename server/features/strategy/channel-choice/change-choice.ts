import { sql } from 'kysely'
import { Refusal } from '#contract/refusal.ts'
import type { Actor } from '#server/kernel/actor.ts'
import type { Db } from '#server/kernel/database/database.ts'
import { change } from '#server/kernel/events/change.ts'
import { changedFields, withGiven } from '#server/kernel/events/changed-fields.ts'
import { actorOf, expectVersion, type RequestContext } from '#server/kernel/http/request-context.ts'
import type { Kernel } from '#server/kernel/kernel.ts'
import type { ChoiceInput } from '../input.ts'
import { choiceFacts, findChoice, holdChoice, type ShownChoice } from './show-choice.ts'
import { lockChoices, selectChoices, updateChoice } from './store.ts'

/** Refuses a platform that is up for choice already. */
async function checkOnce(db: Db, organisationId: string, platform: string): Promise<void> {
  const found = await selectChoices(db, organisationId, sql`c.removed_at is null and c.platform = ${platform}`)
  if (found.length > 0) throw new Refusal('choice.exists', {}, [{ path: 'platform', code: 'choice.exists' }])
}

/** Puts a platform up for choice. Refuses one that is already. */
export function createChoice(kernel: Kernel, actor: Actor, input: ChoiceInput<'create'>): Promise<ShownChoice> {
  const { organisationId } = actor
  const id = kernel.clock.newId()
  return change(kernel, actor, async ({ db, record }) => {
    await lockChoices(db, organisationId)
    await checkOnce(db, organisationId, input.platform)
    await db
      .insertInto('strategy_channel_choices')
      .values({
        organisation_id: organisationId,
        id,
        platform: input.platform,
        points: JSON.stringify(input.points),
        reasons: JSON.stringify(input.reasons),
        created_by: actor.personId,
        created_at: kernel.clock.now(),
      })
      .execute()
    const { shown, row } = await findChoice(db, organisationId, id)
    record({
      verb: 'channel-choice.created',
      subject: { type: 'channel-choice', id, title: row.platform },
      before: null,
      after: choiceFacts(row),
    })
    return shown
  })
}

/** Changes points and their reasons; what was decided stays decided. Refuses a version that is no longer the stored one. */
export function changeChoice(
  kernel: Kernel,
  context: RequestContext,
  { id, ...fields }: ChoiceInput<'change'>,
): Promise<ShownChoice> {
  const actor = actorOf(context)
  const { organisationId } = actor
  return change(kernel, actor, async ({ db, record }) => {
    const { shown, row } = await holdChoice(db, organisationId, id)
    expectVersion(context, row.version)
    const next = withGiven(choiceFacts(row), fields)
    const changed = changedFields(choiceFacts(row), next)
    if (changed === null) return shown
    await updateChoice(db, organisationId, id, {
      points: JSON.stringify(next.points),
      reasons: JSON.stringify(next.reasons),
    })
    record({
      verb: 'channel-choice.changed',
      subject: { type: 'channel-choice', id, title: row.platform },
      ...changed,
    })
    return (await findChoice(db, organisationId, id)).shown
  })
}

/** Takes a platform, with its decision and its plan, out of the choice. Undone by restoreChoice. */
export function removeChoice(kernel: Kernel, context: RequestContext, id: string): Promise<{ id: string }> {
  const actor = actorOf(context)
  const { organisationId } = actor
  return change(kernel, actor, async ({ db, record }) => {
    const { row } = await holdChoice(db, organisationId, id)
    expectVersion(context, row.version)
    await updateChoice(db, organisationId, id, { removed_at: kernel.clock.now() })
    record({
      verb: 'channel-choice.removed',
      subject: { type: 'channel-choice', id, title: row.platform },
      before: choiceFacts(row),
      after: null,
    })
    return { id }
  })
}

/** Puts a removed platform up for choice again, as it was. Refuses `choice.exists` where it is up anew. */
export function restoreChoice(kernel: Kernel, actor: Actor, id: string): Promise<ShownChoice> {
  const { organisationId } = actor
  return change(kernel, actor, async ({ db, record }) => {
    await lockChoices(db, organisationId)
    const [row] = await selectChoices(db, organisationId, sql`c.id = ${id}`)
    if (row === undefined) throw new Refusal('record.not-found')
    if (row.removed_at === null) return (await findChoice(db, organisationId, id)).shown
    await checkOnce(db, organisationId, row.platform)
    await updateChoice(db, organisationId, id, { removed_at: null })
    record({
      verb: 'channel-choice.restored',
      subject: { type: 'channel-choice', id, title: row.platform },
      before: null,
      after: choiceFacts(row),
    })
    return (await findChoice(db, organisationId, id)).shown
  })
}
