import type { Actor } from '#server/kernel/actor.ts'
import type { Clock } from '#server/kernel/clock.ts'
import { change, type Change } from '#server/kernel/events/change.ts'
import { changedFields, withGiven } from '#server/kernel/events/changed-fields.ts'
import { expectVersion, type RequestContext } from '#server/kernel/http/request-context.ts'
import type { Kernel } from '#server/kernel/kernel.ts'
import type { Input } from '../input.ts'
import { lockStructure } from '../units/store.ts'
import { checkPerson } from '../check-person.ts'
import { checkUnit } from './create-position.ts'
import { keepGuestInPlace } from './guest-places.ts'
import { positionFacts } from './position-facts.ts'
import { readPosition, updatePosition, type PositionRecord } from './store.ts'

type Changes = Input<'positions', 'change'>

/** Changes what a position is, where it is, or who fills it. A person taken out of it leaves it vacant from now on. */
export function changePosition(kernel: Kernel, actor: Actor, context: RequestContext, { id, ...fields }: Changes) {
  return change(kernel, actor, async (work) => {
    await lockStructure(work.db, actor.organisationId)
    const before = await readPosition(work.db, actor.organisationId, id)
    expectVersion(context, before.version)
    return changePositionWithin(work, kernel.clock, { organisationId: actor.organisationId, before, fields })
  })
}

interface Wish {
  readonly organisationId: string
  readonly before: PositionRecord
  readonly fields: Omit<Changes, 'id'>
}

/** The same inside a change that is under way. The caller holds the structure. */
export async function changePositionWithin(
  { db, record }: Change,
  clock: Clock,
  { organisationId, before, fields }: Wish,
): Promise<PositionRecord> {
  const facts = positionFacts(before)
  const next = withGiven(facts, fields)
  if (next.unitId !== facts.unitId) await checkUnit(db, organisationId, next.unitId)
  if (next.personId !== facts.personId) await checkPerson(db, organisationId, 'personId', next.personId)
  const changed = changedFields(facts, next)
  if (changed === null) return before
  if (next.personId !== facts.personId) await keepGuestInPlace(db, organisationId, before)
  const vacant = next.personId !== null ? null : facts.personId === null ? before.vacantSince : clock.now()
  await updatePosition(db, organisationId, before.id, {
    unit_id: next.unitId,
    title: next.title,
    description: next.description,
    duty: next.duty,
    person_id: next.personId,
    vacant_since: vacant,
  })
  record({ verb: 'position.changed', subject: { type: 'position', id: before.id, title: next.title }, ...changed })
  return readPosition(db, organisationId, before.id)
}
