import { afterAll, beforeAll, expect, it } from 'vitest'
import { createCommandWorld, EMAIL, PASSWORD, type CommandWorld } from './command-world.ts'
import { setup } from './setup.ts'

let world: CommandWorld
beforeAll(async () => void (world = await createCommandWorld()))
afterAll(() => world[Symbol.asyncDispose]())

const ada = { organisation: 'Kavrela Coffee', name: 'Ada Admin', email: EMAIL } as const

it('names all that is wrong at once and founds nothing', async () => {
  const wrong = setup(world.terminal(), { ...ada, email: 'nobody', password: 'short', timeZone: 'Mars/North' })
  await expect(wrong).rejects.toThrow(/email: .*\n- password: .*\n- timeZone: /)
  await expect(setup(world.terminal(), { ...ada, password: 'password-password-1' })).rejects.toThrow(
    'sign-in.weak-password',
  )
  expect(await world.query('select from organisations')).toEqual([])
})

it('founds the organisation with a password from standard input and prints a working key as the last line', async () => {
  const terminal = world.terminal(`${PASSWORD}\n`)
  await setup(terminal, { ...ada, password: '-', language: 'tr', timeZone: 'Europe/Istanbul', apiKey: true })
  const key = terminal.printed.at(-1) ?? ''
  expect(key).toMatch(/^tutti_[\w-]{40,}$/)
  const rows = await world.query(
    `select o.name, o.language, o.time_zone as "timeZone", p.role, k.scopes @> '{organisation.change}' as full from organisations o
     join organisation_people p using (organisation_id) join organisation_api_keys k using (organisation_id) where k.key_hash = encode(sha256(convert_to($1, 'UTF8')), 'hex')`,
    [key],
  )
  expect(rows).toEqual([
    { name: 'Kavrela Coffee', language: 'tr', timeZone: 'Europe/Istanbul', role: 'administrator', full: true },
  ])
})

it('refuses a second time, before it asks for a password', async () => {
  const terminal = world.terminal()
  await expect(setup(terminal, { ...ada, email: 'second@example.org' })).rejects.toThrow(
    'An organisation has already been founded here',
  )
  expect(terminal.printed).toEqual([])
})

it('takes the password from the environment', async () => {
  await using other = await createCommandWorld()
  await setup(other.terminal('', { TUTTI_SETUP_PASSWORD: PASSWORD }), ada)
  expect(await other.query('select email from identity."user"')).toEqual([{ email: EMAIL }])
})
