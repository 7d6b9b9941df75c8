import { Refusal } from '#contract/refusal.ts'
import { change } from '#server/kernel/events/change.ts'
import { actorOf, expectVersion, type RequestContext } from '#server/kernel/http/request-context.ts'
import type { ScorecardInput } from '../input.ts'
import type { StrategyNeeds } from '../ports.ts'
import { cardsBelow, holdCard } from './find-card.ts'
import { showCard } from './read-card.ts'
import { deleteHeld, selectHeld, writeHeld } from './store-cards.ts'

/**
 * Takes an objective over from the card above, changes what the unit does for it, or gives it back with its measures. Refuses
 * one that the card above does not hold, one that cards below still hold, and a version that is no longer the stored one.
 */
export function setObjective(needs: StrategyNeeds, context: RequestContext, input: ScorecardInput<'setObjective'>) {
  const { kernel } = needs
  const actor = actorOf(context)
  const { organisationId } = actor
  const { id: unitId, objectiveId, taken } = input
  const now = kernel.clock.now()
  return change(kernel, actor, async ({ db, record }) => {
    const { card, cards, above, companyId } = await holdCard(db, actor, unitId, now)
    if (card.parentId === null) throw new Refusal('scorecard.company')
    const { items } = await showCard(db, needs, actor, above[0]?.unitId ?? companyId)
    const objective = items.find((item) => item.id === objectiveId)
    if (objective === undefined)
      throw new Refusal('scorecard.not-above', {}, [{ path: 'objectiveId', code: 'scorecard.not-above' }])
    const held = (await selectHeld(db, organisationId, [unitId])).find((row) => row.objective_id === objectiveId)
    if (held !== undefined) expectVersion(context, held.version)
    const key = { organisationId, unitId, objectiveId }
    const subject = { type: 'scorecard', id: unitId, title: card.name } as const
    const facts = { objectiveId, objective: objective.title }
    if (!taken) {
      if (held === undefined) return showCard(db, needs, actor, unitId)
      const below = await selectHeld(
        db,
        organisationId,
        cardsBelow(cards, unitId).map((one) => one.unitId),
      )
      if (below.some((row) => row.objective_id === objectiveId)) throw new Refusal('record.in-use')
      await deleteHeld(db, key)
      record({
        verb: 'scorecard.objective-given-back',
        subject,
        before: { ...facts, contribution: held.contribution },
        after: null,
      })
      return showCard(db, needs, actor, unitId)
    }
    const contribution = input.contribution ?? held?.contribution ?? ''
    if (held === undefined || held.contribution !== contribution) {
      await writeHeld(db, key, { contribution }, now)
      const before = held === undefined ? null : { ...facts, contribution: held.contribution }
      const verb = held === undefined ? 'scorecard.objective-taken' : 'scorecard.contribution-changed'
      record({ verb, subject, before, after: { ...facts, contribution } })
    }
    return showCard(db, needs, actor, unitId)
  })
}
