import { Refusal } from '#contract/refusal.ts'
import type { Actor } from '#server/kernel/actor.ts'
import { change, type Change } from '#server/kernel/events/change.ts'
import { changedFields, withGiven } from '#server/kernel/events/changed-fields.ts'
import { expectVersion, type RequestContext } from '#server/kernel/http/request-context.ts'
import type { Kernel } from '#server/kernel/kernel.ts'
import type { Input } from '../input.ts'
import { checkMove } from './check-place.ts'
import { lockStructure, readUnit, updateUnit, type UnitRecord } from './store.ts'
import { unitFacts } from './unit-facts.ts'

type Fields = Omit<Input<'units', 'change'>, 'id'>

/** Renames, describes or moves a unit. The company can be described, but not moved. */
export function changeUnit(
  kernel: Kernel,
  actor: Actor,
  context: RequestContext,
  { id, ...fields }: Input<'units', 'change'>,
) {
  return change(kernel, actor, async (work) => {
    await lockStructure(work.db, actor.organisationId)
    const before = await readUnit(work.db, actor.organisationId, id)
    expectVersion(context, before.version)
    return changeUnitWithin(work, actor.organisationId, before, fields)
  })
}

/** The same inside a change that is under way. The caller holds the structure. */
export async function changeUnitWithin(
  { db, record }: Change,
  organisationId: string,
  before: UnitRecord,
  fields: Fields,
): Promise<UnitRecord> {
  const next = withGiven(unitFacts(before), fields)
  if (next.parentId !== before.parentId && next.parentId !== null)
    await checkMove(db, organisationId, before, next.parentId)
  if (next.centre && before.parentId === null)
    throw new Refusal('unit.company', {}, [{ path: 'centre', code: 'unit.company' }])
  const changed = changedFields(unitFacts(before), next)
  if (changed === null) return before
  await updateUnit(db, organisationId, before.id, {
    parent_id: next.parentId,
    name: next.name,
    description: next.description,
    centre: next.centre,
    locale: next.locale,
    time_zone: next.timeZone,
    country: next.country,
    cover_hours: next.coverHours === null ? null : JSON.stringify(next.coverHours),
  })
  record({ verb: 'unit.changed', subject: { type: 'unit', id: before.id, title: next.name }, ...changed })
  return readUnit(db, organisationId, before.id)
}
