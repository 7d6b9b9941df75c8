import type { UnitKind } from '#contract/actions.ts'
import type { Actor } from '#server/kernel/actor.ts'
import { change, type Change } from '#server/kernel/events/change.ts'
import type { Clock } from '#server/kernel/clock.ts'
import type { Kernel } from '#server/kernel/kernel.ts'
import type { Input } from '../input.ts'
import { checkPlace } from './check-place.ts'
import { lockStructure, readUnit, type UnitRecord } from './store.ts'
import { unitFacts } from './unit-facts.ts'

type NewUnit = Omit<Input<'units', 'create'>, 'kind'> & { readonly kind: UnitKind }

/** Adds a unit below another. */
export function createUnit(kernel: Kernel, actor: Actor, input: Input<'units', 'create'>) {
  return change(kernel, actor, async (work) => {
    await lockStructure(work.db, actor.organisationId)
    return createUnitWithin(work, kernel.clock, actor.organisationId, input)
  })
}

/** The same inside a change that is under way. The caller holds the structure. */
export async function createUnitWithin(
  { db, record }: Change,
  clock: Clock,
  organisationId: string,
  input: NewUnit,
): Promise<UnitRecord> {
  await checkPlace(db, organisationId, input.parentId)
  const id = clock.newId()
  await db
    .insertInto('organisation_units')
    .values({
      organisation_id: organisationId,
      id,
      parent_id: input.parentId,
      kind: input.kind,
      name: input.name,
      description: input.description ?? null,
      centre: input.centre ?? false,
      locale: input.locale ?? null,
      time_zone: input.timeZone ?? null,
      country: input.country ?? null,
      cover_hours: input.coverHours == null ? null : JSON.stringify(input.coverHours),
      created_at: clock.now(),
    })
    .execute()
  const unit = await readUnit(db, organisationId, id)
  record({ verb: 'unit.created', subject: { type: 'unit', id, title: unit.name }, after: unitFacts(unit) })
  return unit
}
