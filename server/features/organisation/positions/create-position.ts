import { Refusal, unknownReference } from '#contract/refusal.ts'
import type { Actor } from '#server/kernel/actor.ts'
import type { Clock } from '#server/kernel/clock.ts'
import type { Db } from '#server/kernel/database/database.ts'
import { change, type Change } from '#server/kernel/events/change.ts'
import type { Kernel } from '#server/kernel/kernel.ts'
import type { Input } from '../input.ts'
import { setLineWithin } from '../lines/set-line.ts'
import { lockStructure } from '../units/store.ts'
import { checkPerson } from '../check-person.ts'
import { positionFacts } from './position-facts.ts'
import { readPosition, type PositionRecord } from './store.ts'

type NewPosition = Input<'positions', 'create'>

/** Adds a position, vacant or filled, and says whom it reports to. */
export function createPosition(kernel: Kernel, actor: Actor, input: NewPosition) {
  return change(kernel, actor, async (work) => {
    await lockStructure(work.db, actor.organisationId)
    return createPositionWithin(work, kernel.clock, actor.organisationId, input)
  })
}

/** The same inside a change that is under way. The caller holds the structure. */
export async function createPositionWithin(
  work: Change,
  clock: Clock,
  organisationId: string,
  input: NewPosition,
): Promise<PositionRecord> {
  const { db, record } = work
  await checkUnit(db, organisationId, input.unitId)
  await checkPerson(db, organisationId, 'personId', input.personId)
  const id = clock.newId()
  const now = clock.now()
  await db
    .insertInto('organisation_positions')
    .values({
      organisation_id: organisationId,
      id,
      unit_id: input.unitId,
      title: input.title,
      description: input.description ?? null,
      duty: input.duty ?? null,
      person_id: input.personId ?? null,
      vacant_since: input.personId == null ? now : null,
      created_at: now,
    })
    .execute()
  const position = await readPosition(db, organisationId, id)
  record({
    verb: 'position.created',
    subject: { type: 'position', id, title: position.title },
    after: positionFacts(position),
  })
  for (const [kind, superiorId] of [
    ['functional', input.functionalSuperiorId],
    ['administrative', input.administrativeSuperiorId],
  ] as const)
    if (superiorId != null) await setLineWithin(work, clock, organisationId, { positionId: id, superiorId, kind })
  return position
}

/** Refuses a unit that is not there or closed. */
export async function checkUnit(db: Db, organisationId: string, unitId: string): Promise<void> {
  const unit = await db
    .selectFrom('organisation_units')
    .select(['name', 'closed_at'])
    .where('organisation_id', '=', organisationId)
    .where('id', '=', unitId)
    .executeTakeFirst()
  if (unit === undefined) throw unknownReference('unitId')
  const params = { unit: unit.name }
  if (unit.closed_at !== null)
    throw new Refusal('unit.closed', params, [{ path: 'unitId', code: 'unit.closed', params }])
}
