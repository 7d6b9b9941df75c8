import { describe, expect, it } from 'vitest'
import { PASSWORD } from '../world.ts'
import { openUnfounded } from './unfounded.ts'

describe('founding', () => {
  const founder = { organisation: 'Kavrela Coffee', name: 'Ada Admin', email: 'ada@example.org', password: PASSWORD }

  it('happens once', async () => {
    await using fresh = await openUnfounded()
    expect(await fresh.post('installation', founder)).toMatchObject({ status: 201 })
    expect(await fresh.post('installation', { ...founder, email: 'eve@example.org' })).toMatchObject({
      status: 409,
      body: { code: 'installation.founded' },
    })
  })

  it('of five at once lets one win, and makes one organisation', async () => {
    await using fresh = await openUnfounded()
    const all = await Promise.all(
      Array.from({ length: 5 }, (_, number) =>
        fresh.post('installation', { ...founder, email: `ada${number}@example.org` }),
      ),
    )
    expect(all.map((answer) => answer.status).toSorted((one, other) => one - other)).toEqual([201, 409, 409, 409, 409])
  })

  it('refuses a password that is easy to guess, and then takes a better one', async () => {
    await using fresh = await openUnfounded()
    const weak = {
      'too short': 'a-b-c-1-2-3',
      'a well-known word': 'password1234',
      'one letter': 'aaaaaaaaaaaaaaaa',
      'a row of the keyboard': 'qwertyqwerty123456',
      'their own name': 'ada-admin-ada-admin',
      'the name of the organisation': 'kavrela-coffee1',
      'far too long': 'harbour-violin-'.repeat(10),
    }
    for (const [what, password] of Object.entries(weak)) {
      const answer = await fresh.post('installation', { ...founder, password })
      expect([what, answer.status, answer.body['fields']]).toEqual([
        what,
        422,
        expect.arrayContaining([expect.objectContaining({ path: 'password' })]),
      ])
    }
    expect(await fresh.post('installation', founder)).toMatchObject({ status: 201 })
  })
})
