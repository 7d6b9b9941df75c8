import type { Actor } from '#server/kernel/actor.ts'
import { change } from '#server/kernel/events/change.ts'
import type { Kernel } from '#server/kernel/kernel.ts'
import { recommend, type Answers, type Weights } from '../domain/placement.ts'
import { showPlacement } from './store.ts'

interface New {
  readonly title: string
  readonly answers: Answers
  readonly weights?: Weights | undefined
}

/** Keeps an assessment with what it recommends today: later changes of the advisor do not rewrite it. */
export function createPlacement(kernel: Kernel, actor: Actor, { title, answers, weights = {} }: New) {
  const { organisationId } = actor
  return change(kernel, actor, async ({ db, record }) => {
    const result = recommend(answers, weights)
    const row = await db
      .insertInto('organisation_placements')
      .values({
        organisation_id: organisationId,
        id: kernel.clock.newId(),
        title,
        answers: JSON.stringify(answers),
        weights: JSON.stringify(weights),
        result: JSON.stringify(result),
        created_by: actor.personId,
        created_at: kernel.clock.now(),
      })
      .returningAll()
      .executeTakeFirstOrThrow()
    record({
      verb: 'placement.created',
      subject: { type: 'placement', id: row.id, title },
      after: { place: result.places[0]?.key, model: result.models[0]?.key, answered: result.answered },
    })
    return showPlacement(db, organisationId, row)
  })
}
