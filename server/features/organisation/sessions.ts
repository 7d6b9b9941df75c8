import { Refusal } from '#contract/refusal.ts'
import type { Actor } from '#server/kernel/actor.ts'
import type { Kernel } from '#server/kernel/kernel.ts'

/** Where this person is signed in, the latest first. */
export async function listSessions(kernel: Kernel, actor: Actor) {
  const userId = await userOf(kernel, actor)
  const rows = await kernel.database.identity
    .selectFrom('identity.session')
    .selectAll()
    .where('userId', '=', userId)
    .where('expiresAt', '>', kernel.clock.now())
    .orderBy('updatedAt', 'desc')
    .limit(200)
    .execute()
  const items = rows.map((row) => ({
    id: row.id,
    current: row.id === actor.sessionId,
    device: row.userAgent ?? '',
    address: row.ipAddress === '' ? null : row.ipAddress,
    createdAt: row.createdAt.toISOString(),
    lastSeenAt: row.updatedAt.toISOString(),
    expiresAt: row.expiresAt.toISOString(),
  }))
  return { items, nextCursor: null }
}

/** Ends one of one's own sessions; the next request with its cookie is nobody's. */
export async function revokeSession(kernel: Kernel, actor: Actor, id: string) {
  const userId = await userOf(kernel, actor)
  const row = await kernel.database.identity
    .deleteFrom('identity.session')
    .where('id', '=', id)
    .where('userId', '=', userId)
    .returning('id')
    .executeTakeFirst()
  if (row === undefined) throw new Refusal('record.not-found')
  return { id }
}

/** Ends all one's sessions but the one that asks. */
export async function revokeOtherSessions(kernel: Kernel, actor: Actor) {
  const userId = await userOf(kernel, actor)
  const rows = await kernel.database.identity
    .deleteFrom('identity.session')
    .where('userId', '=', userId)
    .$if(actor.sessionId !== null, (query) => query.where('id', '!=', actor.sessionId ?? ''))
    .returning('id')
    .execute()
  return { ended: rows.length }
}

/** The sign-in account behind a person. Keys without a person have none. */
export async function userOf(kernel: Kernel, actor: Actor): Promise<string> {
  if (actor.personId === null) throw new Refusal('sign-in.needed')
  const personId = actor.personId
  return kernel.database.inOrganisation(actor.organisationId, async (db) => {
    const row = await db
      .selectFrom('organisation_people')
      .select('user_id')
      .where('organisation_id', '=', actor.organisationId)
      .where('id', '=', personId)
      .executeTakeFirst()
    if (row === undefined) throw new Refusal('sign-in.needed')
    return row.user_id
  })
}
