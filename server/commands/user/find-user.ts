import type pg from 'pg'
import { CannotStart } from '#server/kernel/cannot-start.ts'
import { recordEvents } from '../record-events.ts'

export interface User {
  readonly id: string
  readonly name: string
  readonly email: string
  /** Where the account belongs to. */
  readonly people: readonly {
    readonly organisationId: string
    readonly personId: string
    readonly organisation: string
  }[]
}

/** Who signs in with this address, locked for the change that follows. Throws CannotStart where nobody does. */
export async function findUser(client: pg.Client, email: string): Promise<User> {
  const { rows } = await client.query<Omit<User, 'people'>>(
    'select id, name, email from identity."user" where email = $1 for update',
    [email.trim().toLowerCase()],
  )
  const [user] = rows
  if (user === undefined) throw new CannotStart(`Nobody signs in with ${email}. See who does: tutti user list`)
  const people = await client.query<User['people'][number]>(
    `select p.organisation_id as "organisationId", p.id as "personId", o.name as organisation from organisation_people p join organisations o using (organisation_id) where p.user_id = $1`,
    [user.id],
  )
  return { ...user, people: people.rows }
}

/** Ends every session of a person, and forgets failed sign-ins. Returns the number of sessions. */
export async function endSessions(client: pg.Client, user: User): Promise<number> {
  const { rowCount } = await client.query('delete from identity.session where "userId" = $1', [user.id])
  await client.query(
    `delete from identity.failed_sign_in where email_hash = encode(sha256(convert_to($1, 'UTF8')), 'hex')`,
    [user.email],
  )
  return rowCount ?? 0
}

/** Records in each of the person's organisations what was done at the machine. */
export async function recordForUser(
  client: pg.Client,
  user: User,
  verb: 'person.password-reset' | 'person.two-factor-turned-off',
): Promise<void> {
  for (const { organisationId, personId } of user.people) {
    await recordEvents(client, organisationId, [
      { verb, subject: { type: 'person', id: personId, title: user.name }, after: { by: 'command line' } },
    ])
  }
}
