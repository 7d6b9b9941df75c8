import type { Action, Role } from '#contract/actions.ts'
import type { Language } from '#contract/kinds.ts'
import type { Actor } from '#server/kernel/actor.ts'
import type { Kernel } from '#server/kernel/kernel.ts'
import { readSession, readSessionToken } from '#server/kernel/session/read-session.ts'
import { loadFacts, type FindUnmet } from './model/load-facts.ts'
import { hashSecret } from './secret-token.ts'

export interface SessionCookie {
  readonly name: string
  readonly secret: string
}

/**
 * Who makes a request: the holder of an API key (`Authorization: Bearer`), or of a browser session. Null: nobody we know.
 * A key that is named but wrong is nobody too, even beside a good cookie.
 */
export function authenticator(
  kernel: Kernel,
  cookie: SessionCookie,
  findUnmet: FindUnmet,
): (headers: Headers) => Promise<Actor | null> {
  return async (headers) => {
    const authorization = headers.get('authorization')
    if (authorization !== null) {
      const key = /^Bearer (tutti_[\w-]{43})$/.exec(authorization)?.[1]
      return key === undefined ? null : byApiKey(kernel, hashSecret(key), findUnmet)
    }
    const token = readSessionToken(headers.get('cookie'), cookie.name, cookie.secret)
    return token === null ? null : bySession(kernel, token, findUnmet)
  }
}

async function byApiKey(kernel: Kernel, hash: string, findUnmet: FindUnmet): Promise<Actor | null> {
  const now = kernel.clock.now()
  const key = await kernel.database.lookUp(hash, (db) =>
    db.selectFrom('organisation_api_keys').selectAll().where('key_hash', '=', hash).executeTakeFirst(),
  )
  if (key === undefined || key.revoked_at !== null || (key.expires_at !== null && key.expires_at <= now)) return null
  return kernel.database.inOrganisation(key.organisation_id, async (db) => {
    const person = await db
      .selectFrom('organisation_people')
      .selectAll()
      .where('organisation_id', '=', key.organisation_id)
      .where('id', '=', key.person_id)
      .executeTakeFirst()
    if (person === undefined || !person.active) return null
    if (key.last_used_at === null || now.getTime() - key.last_used_at.getTime() > 60_000) {
      await db
        .updateTable('organisation_api_keys')
        .set({ last_used_at: now })
        .where('organisation_id', '=', key.organisation_id)
        .where('id', '=', key.id)
        .execute()
    }
    return {
      kind: 'api-key',
      id: key.id,
      personId: person.id,
      name: key.name,
      organisationId: key.organisation_id,
      role: person.role as Role,
      scopes: key.scopes as Action[],
      facts: await loadFacts(db, key.organisation_id, person.id, { now, findUnmet }),
      language: person.language as Language,
      timeZone: person.time_zone,
      sessionId: null,
    }
  })
}

async function bySession(kernel: Kernel, token: string, findUnmet: FindUnmet): Promise<Actor | null> {
  const now = kernel.clock.now()
  const session = await readSession(kernel.database, token, now)
  if (session === null) return null
  const memberships = await kernel.database.lookUp(session.userId, (db) =>
    db
      .selectFrom('organisation_people')
      .selectAll()
      .where('user_id', '=', session.userId)
      .where('active', '=', true)
      .orderBy('created_at')
      .execute(),
  )
  const person =
    memberships.find((membership) => membership.organisation_id === session.organisationId) ?? memberships[0]
  if (person === undefined) return null
  const seen = person.last_seen_at !== null && now.getTime() - person.last_seen_at.getTime() <= 300_000
  const facts = await kernel.database.inOrganisation(person.organisation_id, async (db) => {
    if (!seen)
      await db
        .updateTable('organisation_people')
        .set({ last_seen_at: now })
        .where('organisation_id', '=', person.organisation_id)
        .where('id', '=', person.id)
        .execute()
    return loadFacts(db, person.organisation_id, person.id, { now, findUnmet })
  })
  return {
    kind: 'person',
    id: person.id,
    personId: person.id,
    name: person.name,
    organisationId: person.organisation_id,
    role: person.role as Role,
    scopes: null,
    facts,
    language: person.language as Language,
    timeZone: person.time_zone,
    sessionId: session.sessionId,
  }
}
