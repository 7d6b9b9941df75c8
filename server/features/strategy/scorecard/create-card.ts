import { Refusal, unknownReference } from '#contract/refusal.ts'
import { demand, unitPath } from '#server/features/organisation/index.ts'
import { change } from '#server/kernel/events/change.ts'
import { actorOf, type RequestContext } from '#server/kernel/http/request-context.ts'
import type { Actor } from '#server/kernel/actor.ts'
import type { StrategyNeeds } from '../ports.ts'
import { cardsBelow, holdCard } from './find-card.ts'
import { showCard } from './read-card.ts'
import { deleteCard, holdCardRow, selectCards, selectUnits } from './store-cards.ts'

/** Derives a card for a unit from the card of the nearest unit above it. Refuses a unit that has one. */
export function createCard(needs: StrategyNeeds, actor: Actor, unitId: string) {
  const { kernel } = needs
  const { organisationId } = actor
  const now = kernel.clock.now()
  return change(kernel, actor, async ({ db, record }) => {
    const unit = (await selectUnits(db, organisationId)).find((one) => one.id === unitId)
    if (unit === undefined) throw unknownReference('unitId')
    const path = (await unitPath(db, organisationId, unitId)) ?? []
    demand(actor, 'goals.change', { unitPath: path })
    const companyId = path.at(-1) ?? unitId
    await holdCardRow(db, { organisationId, unitId: companyId, parentId: null }, now)
    const cards = await selectCards(db, organisationId)
    if (cards.some((card) => card.unitId === unitId)) throw new Refusal('scorecard.exists')
    const parentId = path.slice(1).find((id) => cards.some((card) => card.unitId === id)) ?? companyId
    await holdCardRow(db, { organisationId, unitId, parentId }, now)
    record({
      verb: 'scorecard.created',
      subject: { type: 'scorecard', id: unitId, title: unit.name },
      before: null,
      after: { parentId },
    })
    return showCard(db, needs, actor, unitId)
  })
}

/** Removes a unit's card with its measures, arrows and initiatives. Refuses the company's, and one that others derive from. */
export function removeCard(
  { kernel }: StrategyNeeds,
  context: RequestContext,
  unitId: string,
): Promise<{ id: string }> {
  const actor = actorOf(context)
  const { organisationId } = actor
  return change(kernel, actor, async ({ db, record }) => {
    const { card, cards } = await holdCard(db, actor, unitId, kernel.clock.now())
    if (card.parentId === null) throw new Refusal('scorecard.company')
    if (cardsBelow(cards, unitId).length > 0) throw new Refusal('record.in-use')
    await deleteCard(db, organisationId, unitId)
    record({
      verb: 'scorecard.removed',
      subject: { type: 'scorecard', id: unitId, title: card.name },
      before: { parentId: card.parentId, objectives: card.objectives },
      after: null,
    })
    return { id: unitId }
  })
}
