import { ACTIONS, type Action } from '#contract/actions.ts'
import { Refusal } from '#contract/refusal.ts'
import type { Actor } from '#server/kernel/actor.ts'
import { change } from '#server/kernel/events/change.ts'
import { readIdCursor } from '#server/kernel/http/id-cursor.ts'
import { pageOf, type PageRequest } from '#server/kernel/http/page.ts'
import type { Kernel } from '#server/kernel/kernel.ts'
import { may } from './domain/may.ts'
import { newSecret } from './secret-token.ts'
import { findPeople } from './store.ts'

interface NewApiKey {
  readonly name: string
  readonly scopes?: readonly Action[] | undefined
  readonly expiresAt?: string | null | undefined
}

/**
 * Makes a key that acts for the person who makes it, within the scopes it is given (default: all that the person may do).
 * The key itself is in this answer and nowhere else. A scope beyond one's own rights is refused.
 */
export function createApiKey(kernel: Kernel, actor: Actor, input: NewApiKey) {
  const mine = ACTIONS.filter((action) => may(actor, action).allowed)
  const scopes = input.scopes === undefined ? mine : [...new Set(input.scopes)]
  const beyond = scopes.find((scope) => !mine.includes(scope))
  if (beyond !== undefined)
    throw new Refusal('right.missing', { action: beyond, roles: '' }, [{ path: 'scopes', code: 'right.missing' }])
  const personId = actor.personId
  if (personId === null) throw new Refusal('sign-in.needed')
  const now = kernel.clock.now()
  const expiresAt = input.expiresAt === undefined || input.expiresAt === null ? null : new Date(input.expiresAt)
  if (expiresAt !== null && expiresAt <= now)
    throw new Refusal('time.past', {}, [{ path: 'expiresAt', code: 'time.past' }])
  const { secret, hash, hint } = newSecret('tutti_')
  const id = kernel.clock.newId()
  return change(kernel, actor, async ({ db, record }) => {
    await db
      .insertInto('organisation_api_keys')
      .values({
        organisation_id: actor.organisationId,
        id,
        name: input.name,
        scopes,
        key_hash: hash,
        hint,
        person_id: personId,
        created_at: now,
        expires_at: expiresAt,
      })
      .execute()
    record({
      verb: 'api-key.created',
      subject: { type: 'api-key', id, title: input.name },
      after: { scopes, expiresAt: expiresAt?.toISOString() ?? null },
    })
    return {
      id,
      name: input.name,
      scopes,
      hint,
      createdBy: { id: personId, name: actor.name },
      createdAt: now.toISOString(),
      lastUsedAt: null,
      expiresAt: expiresAt?.toISOString() ?? null,
      key: secret,
    }
  })
}

/** Keys that still work or have expired; revoked ones are gone from the list. Newest first. */
export function listApiKeys(kernel: Kernel, actor: Actor, page: PageRequest) {
  const before = readIdCursor(page) ?? undefined
  return kernel.database.inOrganisation(actor.organisationId, async (db) => {
    const rows = await db
      .selectFrom('organisation_api_keys')
      .selectAll()
      .where('organisation_id', '=', actor.organisationId)
      .where('revoked_at', 'is', null)
      .$if(before !== undefined, (query) => query.where('id', '<', before ?? ''))
      .orderBy('id', 'desc')
      .limit(page.limit + 1)
      .execute()
    const people = await findPeople(
      db,
      actor.organisationId,
      rows.map((row) => row.person_id),
    )
    return pageOf(
      rows,
      page,
      (row) => [row.id],
      (row) => ({
        id: row.id,
        name: row.name,
        scopes: row.scopes as Action[],
        hint: row.hint,
        createdBy: people.get(row.person_id) ?? { id: row.person_id, name: '' },
        createdAt: row.created_at.toISOString(),
        lastUsedAt: row.last_used_at?.toISOString() ?? null,
        expiresAt: row.expires_at?.toISOString() ?? null,
      }),
    )
  })
}

/** Ends a key at once. */
export function revokeApiKey(kernel: Kernel, actor: Actor, id: string) {
  return change(kernel, actor, async ({ db, record }) => {
    const row = await db
      .updateTable('organisation_api_keys')
      .set({ revoked_at: kernel.clock.now() })
      .where('organisation_id', '=', actor.organisationId)
      .where('id', '=', id)
      .where('revoked_at', 'is', null)
      .returning(['name', 'scopes'])
      .executeTakeFirst()
    if (row === undefined) throw new Refusal('record.not-found')
    record({
      verb: 'api-key.revoked',
      subject: { type: 'api-key', id, title: row.name },
      before: { scopes: row.scopes },
    })
    return { id }
  })
}
