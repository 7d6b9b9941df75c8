import { sql } from 'kysely'
import { CRITERIA } from '#contract/channel-criteria.ts'
import { Refusal } from '#contract/refusal.ts'
import { change } from '#server/kernel/events/change.ts'
import { changedFields } from '#server/kernel/events/changed-fields.ts'
import { actorOf, type RequestContext } from '#server/kernel/http/request-context.ts'
import type { Kernel } from '#server/kernel/kernel.ts'
import type { ChoiceInput } from '../input.ts'
import { lockChoices, readWeights } from './store.ts'

/** Says what each criterion weighs. Refuses weights that are all nothing, and a version (0 before the first) that is no longer the stored one. */
export function setWeights(kernel: Kernel, context: RequestContext, { weights }: ChoiceInput<'setWeights'>) {
  const actor = actorOf(context)
  const { organisationId } = actor
  return change(kernel, actor, async ({ db, record }) => {
    if (CRITERIA.every((criterion) => weights[criterion] === 0))
      throw new Refusal('choice.no-weight', {}, [{ path: 'weights', code: 'choice.no-weight' }])
    await lockChoices(db, organisationId)
    const before = await readWeights(db, organisationId)
    if (context.ifMatch !== null && context.ifMatch !== before.version) throw new Refusal('record.changed')
    const changed = changedFields(before.weights, weights)
    if (changed === null) return { weights: before.weights, weightsVersion: before.version }
    const columns = {
      weights: JSON.stringify(weights),
      changed_by: actor.personId,
      changed_at: kernel.clock.now(),
    }
    await db
      .insertInto('strategy_channel_weights')
      .values({ organisation_id: organisationId, ...columns })
      .onConflict((conflict) =>
        conflict
          .column('organisation_id')
          .doUpdateSet({ ...columns, version: sql`strategy_channel_weights.version + 1` }),
      )
      .execute()
    record({
      verb: 'organisation.channel-weights-changed',
      subject: { type: 'organisation', id: organisationId },
      ...changed,
    })
    const after = await readWeights(db, organisationId)
    return { weights: after.weights, weightsVersion: after.version }
  })
}
