import type { Actor } from '#server/kernel/actor.ts'
import type { Kernel } from '#server/kernel/kernel.ts'
import { selectCards, selectUnits } from './store-cards.ts'

/** The scorecards of the company and of its units, and the units that have none yet. */
export function listCards(kernel: Kernel, { organisationId }: Actor) {
  return kernel.database.inOrganisation(organisationId, async (db) => {
    const cards = await selectCards(db, organisationId)
    const having = new Set(cards.map((card) => card.unitId))
    return {
      items: cards.map(({ unitId, ...card }) => ({ id: unitId, ...card })),
      without: (await selectUnits(db, organisationId))
        .filter((unit) => !having.has(unit.id) && unit.kind !== 'agency')
        .map(({ id, name, kind }) => ({ id, name, kind })),
    }
  })
}
