import { Refusal } from '#contract/refusal.ts'
import { demand, unitPath } from '#server/features/organisation/index.ts'
import type { Actor } from '#server/kernel/actor.ts'
import type { Db } from '#server/kernel/database/database.ts'
import { holdCardRow, selectCards, type CardRow } from './store-cards.ts'

/** A card among all others: those above it, itself excluded, and the company's. */
export interface FoundCard {
  readonly card: CardRow
  readonly cards: readonly CardRow[]
  readonly companyId: string
  /** From the card above up to the company's. */
  readonly above: readonly CardRow[]
}

/** The card of a unit. Refuses `record.not-found` for a unit that has none. */
export async function findCard(db: Db, organisationId: string, unitId: string): Promise<FoundCard> {
  const cards = await selectCards(db, organisationId)
  const card = cards.find((one) => one.unitId === unitId)
  if (card === undefined) throw new Refusal('record.not-found')
  const above: CardRow[] = []
  for (let one = parentOf(cards, card); one !== undefined && !above.includes(one); one = parentOf(cards, one))
    above.push(one)
  return { card, cards, above, companyId: cards.find((one) => one.parentId === null)?.unitId ?? unitId }
}

function parentOf(cards: readonly CardRow[], { parentId }: CardRow): CardRow | undefined {
  return cards.find((one) => one.unitId === parentId)
}

/** The cards that derive from this one, directly or through others. */
export function cardsBelow(cards: readonly CardRow[], unitId: string): readonly CardRow[] {
  const below = cards.filter((one) => one.parentId === unitId)
  return below.flatMap((one) => [one, ...cardsBelow(cards, one.unitId)])
}

/**
 * The card of a unit, held for the change that follows. The company's card is changed by whoever may change objectives, that
 * of a unit by whoever may change goals there.
 */
export async function holdCard(db: Db, actor: Actor, unitId: string, now: Date): Promise<FoundCard> {
  const { organisationId } = actor
  const found = await findCard(db, organisationId, unitId)
  const action = found.card.parentId === null ? 'objectives.change' : 'goals.change'
  demand(actor, action, { unitPath: await unitPath(db, organisationId, unitId) })
  // The company's row is held by every change: an arrow on one card must not meet one on another half-way.
  await holdCardRow(db, { organisationId, unitId: found.companyId, parentId: null }, now)
  return findCard(db, organisationId, unitId)
}
