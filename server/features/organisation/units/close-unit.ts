import { Refusal } from '#contract/refusal.ts'
import type { Actor } from '#server/kernel/actor.ts'
import type { Db } from '#server/kernel/database/database.ts'
import { change } from '#server/kernel/events/change.ts'
import type { Kernel } from '#server/kernel/kernel.ts'
import { checkPlace } from './check-place.ts'
import { lockStructure, readUnit, updateUnit } from './store.ts'

/** Closes a unit. Refused while it has open positions or open units below it, saying how many; the company stays. */
export function closeUnit(kernel: Kernel, actor: Actor, id: string) {
  const { organisationId } = actor
  return change(kernel, actor, async ({ db, record }) => {
    await lockStructure(db, organisationId)
    const unit = await readUnit(db, organisationId, id)
    if (unit.closedAt !== null) return unit
    if (unit.parentId === null) throw new Refusal('unit.company')
    const units = await countOpenBelow(db, organisationId, id)
    if (unit.positions > 0 || units > 0)
      throw new Refusal('unit.in-use', { unit: unit.name, positions: unit.positions, units })
    await updateUnit(db, organisationId, id, { closed_at: kernel.clock.now() })
    await db
      .deleteFrom('organisation_representatives')
      .where('organisation_id', '=', organisationId)
      .where('unit_id', '=', id)
      .execute()
    record({ verb: 'unit.closed', subject: { type: 'unit', id, title: unit.name } })
    return readUnit(db, organisationId, id)
  })
}

/** Opens a closed unit again, where it was. Refused while the unit above it is closed. */
export function reopenUnit(kernel: Kernel, actor: Actor, id: string) {
  const { organisationId } = actor
  return change(kernel, actor, async ({ db, record }) => {
    await lockStructure(db, organisationId)
    const unit = await readUnit(db, organisationId, id)
    if (unit.closedAt === null) return unit
    if (unit.parentId !== null) await checkPlace(db, organisationId, unit.parentId)
    await updateUnit(db, organisationId, id, { closed_at: null })
    record({ verb: 'unit.opened', subject: { type: 'unit', id, title: unit.name } })
    return readUnit(db, organisationId, id)
  })
}

async function countOpenBelow(db: Db, organisationId: string, id: string): Promise<number> {
  const { count } = await db
    .selectFrom('organisation_units')
    .select((the) => the.fn.countAll<number>().as('count'))
    .where('organisation_id', '=', organisationId)
    .where('parent_id', '=', id)
    .where('closed_at', 'is', null)
    .executeTakeFirstOrThrow()
  return count
}
