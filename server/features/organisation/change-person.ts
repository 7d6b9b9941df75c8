import type { Role } from '#contract/actions.ts'
import { Refusal } from '#contract/refusal.ts'
import type { Actor } from '#server/kernel/actor.ts'
import type { Db } from '#server/kernel/database/database.ts'
import { change } from '#server/kernel/events/change.ts'
import { expectVersion, type RequestContext } from '#server/kernel/http/request-context.ts'
import type { Kernel } from '#server/kernel/kernel.ts'
import { tellOfLostOwner } from './agencies/watch-agencies.ts'
import { RIGHTS } from './domain/may.ts'
import { seatGuest } from './positions/guest-places.ts'
import { vacatePositions } from './positions/vacate-positions.ts'
import { showPerson } from './show.ts'
import { countAdministrators, lockPerson } from './store.ts'
import { lockStructure } from './units/store.ts'

interface Changes {
  readonly id: string
  readonly role?: Role | undefined
  readonly active?: boolean | undefined
}

/**
 * Gives a person another role, or closes or opens their account. Nobody can give more than they hold themselves, nor touch
 * somebody who holds more; the last administrator stays. Closing an account ends its sessions here at once.
 */
export function changePerson(kernel: Kernel, actor: Actor, context: RequestContext, { id, role, active }: Changes) {
  return change(kernel, actor, async (work) => {
    const { db, record } = work
    // Before the people are held, as everything does that changes the structure.
    if (active !== undefined) await lockStructure(db, actor.organisationId)
    const administrators = await countAdministrators(db, actor.organisationId)
    const before = await lockPerson(db, actor.organisationId, id)
    expectVersion(context, before.version)
    const next = { role: role ?? (before.role as Role), active: active ?? before.active }
    if (!holdsAll(actor.role, before.role as Role) || !holdsAll(actor.role, next.role))
      throw new Refusal('right.missing', { action: 'people.change', roles: 'administrator' })
    const stepsDown =
      before.role === 'administrator' && before.active && (next.role !== 'administrator' || !next.active)
    if (stepsDown && administrators <= 1) throw new Refusal('right.last-administrator')
    const after = await db
      .updateTable('organisation_people')
      .set({ ...next, version: before.version + 1 })
      .where('organisation_id', '=', actor.organisationId)
      .where('id', '=', id)
      .returningAll()
      .executeTakeFirstOrThrow()
    if (before.active && !after.active) {
      await endSessions(db, actor.organisationId, after.user_id)
      await revokeKeysOf(db, actor.organisationId, id, kernel.clock.now())
    }
    record({
      verb: 'person.changed',
      subject: { type: 'person', id, title: after.name },
      before: { role: before.role, active: before.active },
      after: { ...next },
    })
    if (before.active && !after.active) {
      await vacatePositions(work, kernel.clock, actor.organisationId, { id, name: after.name })
      await tellOfLostOwner(db, kernel.clock, actor.organisationId, { id, name: after.name })
    }
    if (!before.active && after.active) await seatGuest(work, actor.organisationId, id)
    const user = await db
      .selectFrom('identity.user')
      .select('twoFactorEnabled')
      .where('id', '=', after.user_id)
      .executeTakeFirst()
    return showPerson(after, user?.twoFactorEnabled === true)
  })
}

/** For good: an account that is opened again begins with signing in. */
async function endSessions(db: Db, organisationId: string, userId: string): Promise<void> {
  await db
    .deleteFrom('identity.session')
    .where('userId', '=', userId)
    .where((the) => the.or([the('organisationId', 'is', null), the('organisationId', '=', organisationId)]))
    .execute()
}

/** Keys made by whoever has left stay shut when the account is opened again: nobody remembers where they are kept. */
async function revokeKeysOf(db: Db, organisationId: string, personId: string, now: Date): Promise<void> {
  await db
    .updateTable('organisation_api_keys')
    .set({ revoked_at: now })
    .where('organisation_id', '=', organisationId)
    .where('person_id', '=', personId)
    .where('revoked_at', 'is', null)
    .execute()
}

/** Whether whoever has the first role may do everything that the second one may. */
export function holdsAll(holder: Role, other: Role): boolean {
  return [...RIGHTS[other]].every((action) => RIGHTS[holder].has(action))
}
