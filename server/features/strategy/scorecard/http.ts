import { implement } from '@orpc/server'
import { contract } from '#contract/index.ts'
import { actorOf, type RequestContext } from '#server/kernel/http/request-context.ts'
import type { StrategyNeeds } from '../ports.ts'
import { createCard, removeCard } from './create-card.ts'
import { listCards } from './list-cards.ts'
import { readCard } from './read-card.ts'
import { placeObjectives, setCause, setInitiative } from './set-links.ts'
import { addMeasure, changeMeasure, removeMeasure } from './set-measures.ts'
import { setObjective } from './set-objective.ts'

/** Binds the scorecards' part of the contract. */
export function scorecardRoutes(needs: StrategyNeeds) {
  const os = implement(contract.strategy.scorecards).$context<RequestContext>()
  return {
    list: os.list.handler(({ context }) => listCards(needs.kernel, actorOf(context))),
    show: os.show.handler(({ input, context }) => readCard(needs, actorOf(context), input.id)),
    create: os.create.handler(({ input, context }) => createCard(needs, actorOf(context), input.unitId)),
    remove: os.remove.handler(({ input, context }) => removeCard(needs, context, input.id)),
    setObjective: os.setObjective.handler(({ input, context }) => setObjective(needs, context, input)),
    place: os.place.handler(({ input, context }) => placeObjectives(needs, context, input)),
    setCause: os.setCause.handler(({ input, context }) => setCause(needs, context, input)),
    setInitiative: os.setInitiative.handler(({ input, context }) => setInitiative(needs, context, input)),
    addMeasure: os.addMeasure.handler(({ input, context }) => addMeasure(needs, actorOf(context), input)),
    changeMeasure: os.changeMeasure.handler(({ input, context }) => changeMeasure(needs, context, input)),
    removeMeasure: os.removeMeasure.handler(({ input, context }) => removeMeasure(needs, context, input.id)),
  }
}
