import type { Actor } from '#server/kernel/actor.ts'
import { change } from '#server/kernel/events/change.ts'
import type { Kernel } from '#server/kernel/kernel.ts'
import { lockStructure } from '../units/store.ts'
import { checkUnit } from './create-position.ts'
import { keepGuestInPlace } from './guest-places.ts'
import { readPosition, updatePosition } from './store.ts'

/** Closes a position. Whoever filled it keeps the account; its reporting lines stay in the history, and no longer count. */
export function closePosition(kernel: Kernel, actor: Actor, id: string) {
  const { organisationId } = actor
  return change(kernel, actor, async ({ db, record }) => {
    await lockStructure(db, organisationId)
    const position = await readPosition(db, organisationId, id)
    if (position.closedAt !== null) return position
    await keepGuestInPlace(db, organisationId, position)
    const now = kernel.clock.now()
    await updatePosition(db, organisationId, id, { closed_at: now, person_id: null, vacant_since: null })
    await db
      .updateTable('organisation_reporting_lines')
      .set({ until: now })
      .where('organisation_id', '=', organisationId)
      .where((the) => the.or([the('position_id', '=', id), the('superior_id', '=', id)]))
      .where('until', 'is', null)
      .where('since', '<=', now)
      .execute()
    record({
      verb: 'position.closed',
      subject: { type: 'position', id, title: position.title },
      before: { personId: position.person?.id ?? null },
    })
    return readPosition(db, organisationId, id)
  })
}

/** Opens a closed position again, vacant. Refused while its unit is closed. */
export function reopenPosition(kernel: Kernel, actor: Actor, id: string) {
  const { organisationId } = actor
  return change(kernel, actor, async ({ db, record }) => {
    await lockStructure(db, organisationId)
    const position = await readPosition(db, organisationId, id)
    if (position.closedAt === null) return position
    await checkUnit(db, organisationId, position.unit.id)
    await updatePosition(db, organisationId, id, { closed_at: null, vacant_since: kernel.clock.now() })
    record({ verb: 'position.opened', subject: { type: 'position', id, title: position.title } })
    return readPosition(db, organisationId, id)
  })
}
