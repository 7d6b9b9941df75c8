import { PLANNED_DECISIONS } from '#contract/channel-criteria.ts'
import { Refusal, unknownReference } from '#contract/refusal.ts'
import type { Db } from '#server/kernel/database/database.ts'
import { change } from '#server/kernel/events/change.ts'
import { changedFields } from '#server/kernel/events/changed-fields.ts'
import { actorOf, expectVersion, type RequestContext } from '#server/kernel/http/request-context.ts'
import type { Kernel } from '#server/kernel/kernel.ts'
import { findPeople } from '#server/features/organisation/index.ts'
import { checkPeriod } from '../domain/period.ts'
import type { ChoiceInput } from '../input.ts'
import { findChoice, holdChoice, targetFacts, type ShownChoice } from './show-choice.ts'
import { updateChoice, type ChoiceRow } from './store.ts'

type Items = ChoiceInput<'setTargets'>['items']

/**
 * Sets the channel plan of a platform as a whole. Refuses it for a platform that is neither used nor tested, channels of other
 * platforms, and people who are not there.
 */
export function setTargets(
  kernel: Kernel,
  context: RequestContext,
  { id, items }: ChoiceInput<'setTargets'>,
): Promise<ShownChoice> {
  const actor = actorOf(context)
  const { organisationId } = actor
  return change(kernel, actor, async ({ db, record }) => {
    const { shown, row } = await holdChoice(db, organisationId, id)
    expectVersion(context, row.version)
    if (items.length > 0 && (row.decision === null || !PLANNED_DECISIONS.includes(row.decision)))
      throw new Refusal('choice.no-plan')
    await checkItems(db, organisationId, row, items)
    await db
      .deleteFrom('strategy_channel_targets')
      .where('organisation_id', '=', organisationId)
      .where('choice_id', '=', id)
      .execute()
    if (items.length > 0)
      await db
        .insertInto('strategy_channel_targets')
        .values(
          items.map((item) => ({
            organisation_id: organisationId,
            choice_id: id,
            id: kernel.clock.newId(),
            posts_per_week: item.postsPerWeek,
            channel_id: item.channelId ?? null,
            owner_id: item.ownerId ?? null,
            starts_on: item.startsOn,
            ends_on: item.endsOn ?? null,
          })),
        )
        .execute()
    const after = await findChoice(db, organisationId, id)
    const changed = changedFields(targetFacts(row), targetFacts(after.row))
    if (changed === null) return shown
    await updateChoice(db, organisationId, id, {})
    record({
      verb: 'channel-choice.planned',
      subject: { type: 'channel-choice', id, title: row.platform },
      ...changed,
    })
    return (await findChoice(db, organisationId, id)).shown
  })
}

async function checkItems(db: Db, organisationId: string, { platform }: ChoiceRow, items: Items): Promise<void> {
  const people = await findPeople(
    db,
    organisationId,
    items.map(({ ownerId }) => ownerId ?? null),
  )
  const wanted = items.flatMap(({ channelId }) => channelId ?? [])
  const channels =
    wanted.length === 0
      ? []
      : await db
          .selectFrom('publishing_channels')
          .select(['id', 'platform'])
          .where('organisation_id', '=', organisationId)
          .where('id', 'in', wanted)
          .execute()
  for (const [place, { channelId, ownerId, startsOn, endsOn }] of items.entries()) {
    if (endsOn !== null && endsOn !== undefined) checkPeriod(startsOn, endsOn, `items.${place}.endsOn`)
    if (ownerId !== null && ownerId !== undefined && !people.has(ownerId))
      throw unknownReference(`items.${place}.ownerId`)
    if (channelId !== null && channelId !== undefined) {
      const channel = channels.find(({ id }) => id === channelId)
      if (channel === undefined || channel.platform !== platform) throw unknownReference(`items.${place}.channelId`)
    }
  }
}
