import { PLANNED_DECISIONS } from '#contract/channel-criteria.ts'
import { Refusal } from '#contract/refusal.ts'
import type { Db } from '#server/kernel/database/database.ts'
import { change } from '#server/kernel/events/change.ts'
import { actorOf, expectVersion, type RequestContext } from '#server/kernel/http/request-context.ts'
import type { Kernel } from '#server/kernel/kernel.ts'
import { todayOfOrganisation } from '#server/features/organisation/index.ts'
import type { ChoiceInput } from '../input.ts'
import { findChoice, holdChoice, type ShownChoice } from './show-choice.ts'
import { updateChoice } from './store.ts'

/**
 * Decides about a platform, with the reason, and keeps the weights, score and place that it was decided on. Refuses a platform whose
 * points are not complete. A decision to leave or close ends its channel plan today.
 */
export function decideChannel(
  kernel: Kernel,
  context: RequestContext,
  { id, decision, reason, reviewOn }: ChoiceInput<'decide'>,
): Promise<ShownChoice> {
  const actor = actorOf(context)
  const { organisationId } = actor
  return change(kernel, actor, async ({ db, record }) => {
    const { picture, shown, row } = await holdChoice(db, organisationId, id)
    expectVersion(context, row.version)
    if (shown.score === null || shown.place === null) throw new Refusal('choice.not-scored')
    const decidedOn = {
      score: shown.score,
      place: shown.place,
      of: picture.items.filter(({ score }) => score !== null).length,
      weights: picture.weights,
    }
    await updateChoice(db, organisationId, id, {
      decision,
      reason,
      review_on: reviewOn ?? null,
      decided_by: actor.personId,
      decided_at: kernel.clock.now(),
      decided_on: JSON.stringify(decidedOn),
    })
    if (!PLANNED_DECISIONS.includes(decision))
      await endTargets(db, organisationId, id, await todayOfOrganisation(db, organisationId, kernel.clock.now()))
    record({
      verb: 'channel-choice.decided',
      subject: { type: 'channel-choice', id, title: row.platform },
      before: { decision: row.decision, reason: row.reason, reviewOn: row.review_on },
      after: { decision, reason, reviewOn: reviewOn ?? null, ...decidedOn },
    })
    return (await findChoice(db, organisationId, id)).shown
  })
}

/** Ends what runs today, and forgets what had not begun. */
async function endTargets(db: Db, organisationId: string, choiceId: string, today: string): Promise<void> {
  await db
    .deleteFrom('strategy_channel_targets')
    .where('organisation_id', '=', organisationId)
    .where('choice_id', '=', choiceId)
    .where('starts_on', '>', today)
    .execute()
  await db
    .updateTable('strategy_channel_targets')
    .set({ ends_on: today })
    .where('organisation_id', '=', organisationId)
    .where('choice_id', '=', choiceId)
    .where((is) => is.or([is('ends_on', 'is', null), is('ends_on', '>', today)]))
    .execute()
}
