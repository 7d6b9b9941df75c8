import { Refusal, unknownReference } from '#contract/refusal.ts'
import { change } from '#server/kernel/events/change.ts'
import { actorOf, type RequestContext } from '#server/kernel/http/request-context.ts'
import { circleOf } from '../domain/circle.ts'
import type { ScorecardInput } from '../input.ts'
import type { StrategyNeeds } from '../ports.ts'
import { cardsBelow, holdCard } from './find-card.ts'
import { showCard, type ShownCard } from './read-card.ts'
import { writeHeld } from './store-cards.ts'
import {
  deleteCause,
  deleteInitiative,
  findInitiative,
  insertCause,
  insertInitiative,
  selectCauses,
} from './store-links.ts'

/**
 * Draws an arrow from cause to effect, or takes it away. Refuses one that would close a circle with the arrows of this card, of
 * those above it or of those below, and names the way round.
 */
export function setCause(needs: StrategyNeeds, context: RequestContext, input: ScorecardInput<'setCause'>) {
  const { kernel } = needs
  const actor = actorOf(context)
  const { organisationId } = actor
  const { id: unitId, causeId, effectId, drawn } = input
  const now = kernel.clock.now()
  return change(kernel, actor, async ({ db, record }) => {
    const { card, cards, above } = await holdCard(db, actor, unitId, now)
    const before = await showCard(db, needs, actor, unitId)
    const arrow = { causeId, effectId }
    const was = before.causes.some((one) => one.causeId === causeId && one.effectId === effectId && !one.above)
    if (was === drawn) return before
    const names = { cause: titleOf(before, causeId, 'causeId'), effect: titleOf(before, effectId, 'effectId') }
    if (drawn) {
      const related = [card, ...above, ...cardsBelow(cards, unitId)].map((one) => one.unitId)
      const way = circleOf(await selectCauses(db, organisationId, related), arrow)
      if (way !== null) {
        const title = (id: string) => before.items.find((item) => item.id === id)?.title ?? '…'
        throw new Refusal('scorecard.circle', { path: way.map(title).join(' → ') }, [
          { path: 'effectId', code: 'scorecard.circle', params: { path: way.map(title).join(' → ') } },
        ])
      }
      await insertCause(db, {
        organisation_id: organisationId,
        unit_id: unitId,
        cause_id: causeId,
        effect_id: effectId,
        created_at: now,
      })
    } else await deleteCause(db, { organisationId, unitId }, arrow)
    record({
      verb: drawn ? 'scorecard.cause-drawn' : 'scorecard.cause-removed',
      subject: { type: 'scorecard', id: unitId, title: card.name },
      before: drawn ? null : { ...arrow, ...names },
      after: drawn ? { ...arrow, ...names } : null,
    })
    return showCard(db, needs, actor, unitId)
  })
}

/** Says which campaign or plan is to bring an objective about, or takes it away. */
export function setInitiative(needs: StrategyNeeds, context: RequestContext, input: ScorecardInput<'setInitiative'>) {
  const { kernel } = needs
  const actor = actorOf(context)
  const { organisationId } = actor
  const { id: unitId, objectiveId, kind, recordId, linked } = input
  const now = kernel.clock.now()
  return change(kernel, actor, async ({ db, record }) => {
    const { card } = await holdCard(db, actor, unitId, now)
    const before = await showCard(db, needs, actor, unitId)
    const objective = titleOf(before, objectiveId, 'objectiveId')
    const known = before.items
      .find((item) => item.id === objectiveId)
      ?.initiatives.find((one) => one.kind === kind && one.id === recordId)
    if ((known !== undefined) === linked) return before
    const row = {
      organisation_id: organisationId,
      unit_id: unitId,
      objective_id: objectiveId,
      kind,
      record_id: recordId,
    }
    const title = known?.title ?? (await findInitiative(db, organisationId, { kind, id: recordId }))
    if (title === null) throw unknownReference('recordId')
    if (linked) await insertInitiative(db, row, now)
    else await deleteInitiative(db, row)
    const facts = { objectiveId, objective, kind, recordId, title }
    record({
      verb: linked ? 'scorecard.initiative-linked' : 'scorecard.initiative-unlinked',
      subject: { type: 'scorecard', id: unitId, title: card.name },
      before: linked ? null : facts,
      after: linked ? facts : null,
    })
    return showCard(db, needs, actor, unitId)
  })
}

/** Moves objectives within their bands. Those that are not on the card are refused. */
export function placeObjectives(
  needs: StrategyNeeds,
  context: RequestContext,
  { id: unitId, items }: ScorecardInput<'place'>,
) {
  const { kernel } = needs
  const actor = actorOf(context)
  const { organisationId } = actor
  const now = kernel.clock.now()
  return change(kernel, actor, async ({ db, record }) => {
    const { card } = await holdCard(db, actor, unitId, now)
    const before = await showCard(db, needs, actor, unitId)
    const moved = items.filter(({ objectiveId, x, y }) => {
      titleOf(before, objectiveId, 'items')
      const place = before.items.find((item) => item.id === objectiveId)?.place
      return place?.x !== x || place.y !== y
    })
    for (const { objectiveId, x, y } of moved)
      await writeHeld(db, { organisationId, unitId, objectiveId }, { x, y }, now)
    if (moved.length > 0)
      record({
        verb: 'scorecard.objectives-moved',
        subject: { type: 'scorecard', id: unitId, title: card.name },
        before: null,
        after: { items: moved },
      })
    return { moved: moved.length }
  })
}

function titleOf(card: ShownCard, objectiveId: string, path: string): string {
  const item = card.items.find((one) => one.id === objectiveId)
  if (item === undefined) throw new Refusal('scorecard.not-here', {}, [{ path, code: 'scorecard.not-here' }])
  return item.title
}
