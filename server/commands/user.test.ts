import { verifyPassword } from 'better-auth/crypto'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { createCommandWorld, EMAIL, found, type CommandWorld } from './command-world.ts'
import { listUsers } from './user/list-users.ts'
import { resetPassword } from './user/reset-password.ts'
import { turnOffTwoFactor } from './user/turn-off-two-factor.ts'

let world: CommandWorld
beforeAll(async () => {
  world = await createCommandWorld()
  await found(world)
})
afterAll(() => world[Symbol.asyncDispose]())

const signIn = () =>
  world.query(
    `insert into identity.session (id, "expiresAt", token, "userId") select gen_random_uuid(), now() + interval '1 day', gen_random_uuid()::text, id from identity."user"`,
  )
const sessions = () => world.query('select from identity.session')
const verbs = async () =>
  (await world.query<{ verb: string }>('select verb from events order by position')).map((row) => row.verb)

it('lists who can sign in', async () => {
  const terminal = world.terminal()
  await listUsers(terminal)
  expect(terminal.printed).toEqual([
    `${EMAIL}\tAda Admin\tadministrator of Kavrela Coffee\tno second factor\tnever seen`,
  ])
})

it('sets a new password from standard input, ends sessions and records it', async () => {
  await signIn()
  await resetPassword(world.terminal('mellow-trombone-77-fjord\n'), EMAIL.toUpperCase())
  const [row] = await world.query<{ hash: string }>('select password as hash from identity.account')
  expect(await verifyPassword({ hash: row?.hash ?? '', password: 'mellow-trombone-77-fjord' })).toBe(true)
  expect(await sessions()).toEqual([])
  expect((await verbs()).at(-1)).toBe('person.password-reset')
})

it('refuses a weak password, an empty one and an unknown person, and changes nothing', async () => {
  const before = await world.query('select password from identity.account')
  await expect(resetPassword(world.terminal('short\n'), EMAIL)).rejects.toThrow('12 to 128 characters')
  await expect(resetPassword(world.terminal('kavrela-coffee-1\n'), EMAIL)).rejects.toThrow('sign-in.weak-password')
  await expect(resetPassword(world.terminal(''), EMAIL)).rejects.toThrow('Nothing came on standard input')
  await expect(resetPassword(world.terminal('mellow-trombone-77-fjord\n'), 'nobody@example.org')).rejects.toThrow(
    'Nobody signs in with',
  )
  expect(await world.query('select password from identity.account')).toEqual(before)
})

it('turns a second factor off, and says where there was none', async () => {
  await world.query(
    `insert into identity."twoFactor" (id, secret, "backupCodes", "userId") select gen_random_uuid(), 's', 'c', id from identity."user"`,
  )
  await world.query('update identity."user" set "twoFactorEnabled" = true')
  await signIn()
  await turnOffTwoFactor(world.terminal(), EMAIL)
  expect(await world.query('select "twoFactorEnabled" as on from identity."user"')).toEqual([{ on: false }])
  expect([await sessions(), await world.query('select from identity."twoFactor"')]).toEqual([[], []])
  expect((await verbs()).at(-1)).toBe('person.two-factor-turned-off')
  const again = world.terminal()
  await turnOffTwoFactor(again, EMAIL)
  expect(again.printed).toEqual([`${EMAIL} had no second factor.`])
})
