import type { Role } from '#contract/actions.ts'
import { createApiKey } from '#server/features/organisation/index.ts'
import { UNBOUND } from '#server/kernel/facts.ts'
import type { Caller, World } from './world.ts'

/** A person of the organisation with a key of their own. */
export interface Colleague extends Caller {
  readonly id: string
  readonly name: string
  readonly email: string
}

/** Somebody with a name and a role, who can call the API. */
export async function addColleague(world: World, name: string, role: Role = 'officer'): Promise<Colleague> {
  const id = crypto.randomUUID()
  const userId = crypto.randomUUID()
  const email = `${name.toLowerCase().replaceAll(/[^a-z]+/g, '.')}.${id.slice(0, 6)}@example.org`
  const { organisationId } = world
  await world.kernel.database.inOrganisation(organisationId, async (db) => {
    await db.insertInto('identity.user').values({ id: userId, name, email }).execute()
    await db
      .insertInto('organisation_people')
      .values({ organisation_id: organisationId, id, user_id: userId, name, email, role, created_at: new Date() })
      .execute()
  })
  const made = await createApiKey(
    world.kernel,
    {
      kind: 'person',
      id,
      personId: id,
      name,
      organisationId,
      role,
      scopes: null,
      facts: UNBOUND,
      language: 'en',
      timeZone: 'UTC',
      sessionId: null,
    },
    { name },
  )
  return { id, name, email, ...world.holder(made.key) }
}

/** What a call made, or why not. */
export async function made(caller: Caller, path: string, body: unknown, method = 'POST') {
  const answer = await caller.call(method, `/api/v1/${path}`, body)
  if (answer.status >= 300) throw new Error(`${method} ${path}: ${answer.status} ${JSON.stringify(answer.body)}`)
  return answer
}

/** The id of the company itself, the root of the units. */
export async function companyOf(world: World): Promise<string> {
  const units = await world.admin.call('GET', '/api/v1/units')
  return String(units.at('items.0.id'))
}
