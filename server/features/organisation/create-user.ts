import { hashPassword } from 'better-auth/crypto'
import { Refusal } from '#contract/refusal.ts'
import type { Clock } from '#server/kernel/clock.ts'
import type { Db } from '#server/kernel/database/database.ts'
import { isEasyToGuess } from './domain/password.ts'

interface NewUser {
  readonly name: string
  readonly email: string
  readonly password: string
  /** Names a guesser would try first: of the person and the organisation. */
  readonly known: readonly string[]
}

/** Hashes a password; slow on purpose, so it is done before a transaction begins. Refuses one that is easy to guess. */
export async function preparePassword({ password, known, email, name }: NewUser): Promise<string> {
  if (isEasyToGuess(password, [...known, name, email.split('@')[0] ?? '']))
    throw new Refusal('sign-in.weak-password', {}, [{ path: 'password', code: 'sign-in.weak-password' }])
  return hashPassword(password)
}

/** Makes somebody who can sign in. Refuses an address that is in use. */
export async function createUser(
  db: Db,
  clock: Clock,
  user: { name: string; email: string; passwordHash: string },
): Promise<string> {
  const id = clock.newId()
  const now = clock.now()
  const made = await db
    .insertInto('identity.user')
    .values({ id, name: user.name, email: user.email, emailVerified: false, createdAt: now, updatedAt: now })
    .onConflict((conflict) => conflict.column('email').doNothing())
    .returning('id')
    .executeTakeFirst()
  if (made === undefined) throw new Refusal('sign-in.email-taken', {}, [{ path: 'email', code: 'sign-in.email-taken' }])
  await db
    .insertInto('identity.account')
    .values({
      id: clock.newId(),
      accountId: id,
      providerId: 'credential',
      userId: id,
      password: user.passwordHash,
      createdAt: now,
      updatedAt: now,
    })
    .execute()
  return id
}
