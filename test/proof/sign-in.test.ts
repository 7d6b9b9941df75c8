import { Secret, TOTP, URI } from 'otpauth'
import { SMTPServer } from 'smtp-server'
import type { AddressInfo } from 'node:net'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Role } from '#contract/actions.ts'
import { handClock, type HandClock } from '../servers/mastodon-world.ts'
import { createWorld, PASSWORD, signIn, type Answer, type World } from '../world.ts'
import { captureLog, type CapturedLog } from './capture-log.ts'

const DAY = 24 * 3_600_000
const MINUTE = 60_000
let world: World
let clock: HandClock
let log: CapturedLog
/** All that must never be seen again: collected as the tests go, held against log, events and tables at the end. */
const secrets: string[] = [PASSWORD]
let addresses = 0

beforeAll(async () => {
  log = captureLog()
  clock = handClock(new Date())
  // Behind a proxy, so that each attempt can come from an address of its own.
  world = await createWorld({ clock, log: log.log, config: { trustProxy: true } })
})
afterAll(() => world.close())

const newAddress = () => `203.0.${Math.floor((addresses += 1) / 250)}.${(addresses % 250) + 1}`
const cookiesOf = (answer: Answer) =>
  answer.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0] ?? '')
    .join('; ')
const auth = (path: string, body: unknown, cookie = '', address = newAddress()) =>
  world.stranger.call('POST', `/api/auth/${path}`, body, {
    'x-forwarded-for': address,
    ...(cookie === '' ? {} : { cookie }),
  })
const enter = (email: string, password = PASSWORD, address = newAddress()) =>
  auth('sign-in/email', { email, password }, '', address)
const session = (cookie: string) => world.stranger.call('GET', '/api/v1/session', undefined, { cookie })

/** Somebody who was invited and joined. */
async function join(
  role: Role,
  email = `${crypto.randomUUID().slice(0, 8)}@example.org`,
): Promise<{ email: string; id: string }> {
  const invited = await world.admin.call('POST', '/api/v1/invitations', { email, name: 'Invited', role })
  const token = String(invited.at('link')).split('/').at(-1) ?? ''
  secrets.push(token)
  const accepted = await world.stranger.call('POST', `/api/v1/invitations/by-token/${token}/acceptance`, {
    name: 'Joined',
    password: PASSWORD,
  })
  expect(accepted).toMatchObject({ status: 201 })
  return { email, id: String(accepted.at('personId')) }
}

async function signedIn(email: string, password = PASSWORD): Promise<string> {
  const answer = await enter(email, password)
  expect(answer).toMatchObject({ status: 200 })
  const cookie = cookiesOf(answer)
  secrets.push(cookie.slice(cookie.indexOf('=') + 1, cookie.indexOf('=') + 30))
  return cookie
}

describe('signing in', () => {
  it('with a wrong password or an address of nobody is refused alike', async () => {
    const [wrong, nobody] = [
      await enter('ada@example.org', 'harbour-violin-43-cloud'),
      await enter('nobody@example.org'),
    ]
    expect([wrong.status, nobody.status]).toEqual([401, 401])
    expect(nobody.body).toEqual(wrong.body)
    expect(wrong.headers.getSetCookie().join()).not.toContain('session_token')
  })

  it('sets a cookie that scripts cannot read, and other sites do not send', async () => {
    const [cookie = ''] = (await enter('ada@example.org')).headers.getSetCookie()
    expect(cookie).toMatch(/^tutti\.session_token=.+; Max-Age=604800; Path=\/; HttpOnly; SameSite=Lax$/)
    await using secure = await createWorld({ config: { publicUrl: 'https://social.example.org' } })
    const response = await secure.request('/api/auth/sign-in/email', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ email: 'ada@example.org', password: PASSWORD }),
    })
    expect(response.headers.getSetCookie()[0]).toMatch(
      /^__Secure-tutti\.session_token=.+; HttpOnly; Secure; SameSite=Lax$/,
    )
  })

  it('is closed for an account after ten failures, from wherever they come, until a quarter of an hour has passed', async () => {
    const { email } = await join('viewer')
    for (let number = 0; number < 10; number += 1)
      expect((await enter(email, `harbour-violin-${number}-wrong`)).status).toBe(401)
    const right = await enter(email)
    expect([right.status, right.at('code')]).toEqual([429, 'TOO_MANY_FAILED_SIGN_INS'])
    expect((await enter(email.toUpperCase())).status).toBe(429)
    expect((await enter('ada@example.org')).status).toBe(200)
    clock.advance(16 * MINUTE)
    expect((await enter(email)).status).toBe(200)
  })

  it('is closed for an address that tries one account after the other', async () => {
    const address = newAddress()
    const statuses: number[] = []
    for (let number = 0; number < 22; number += 1)
      statuses.push((await enter(`guess${number}@example.org`, PASSWORD, address)).status)
    expect(statuses).toEqual([...Array<number>(20).fill(401), 429, 429])
    // What stands further left in the header is the caller's own word: it opens nothing.
    expect((await enter('ada@example.org', PASSWORD, `${newAddress()}, ${address}`)).status).toBe(429)
    expect((await enter('ada@example.org', PASSWORD, newAddress())).status).toBe(200)
  })

  it('believes no forwarded address where no proxy is trusted', async () => {
    await using plain = await createWorld()
    const statuses: number[] = []
    // The library counts by address and path: an attempt without an account costs least and counts as well.
    for (let number = 0; number < 22; number += 1) {
      const answer = await plain.stranger.call(
        'POST',
        '/api/auth/sign-in/email',
        { email: 'none', password: PASSWORD },
        {
          'x-forwarded-for': newAddress(),
          'x-real-ip': newAddress(),
          'x-tutti-client-address': newAddress(),
          'cf-connecting-ip': newAddress(),
        },
      )
      statuses.push(answer.status)
    }
    expect(statuses.at(-1)).toBe(429)
  })
})

describe('a session', () => {
  it('is listed with where and since when, and ends at once when it is revoked', async () => {
    const { email } = await join('officer')
    const [here, there] = [await signedIn(email), await signedIn(email)]
    const list = await world.stranger.call('GET', '/api/v1/sessions', undefined, { cookie: here })
    const items = list.at('items') as { id: string; current: boolean; address: string }[]
    expect(items.filter((item) => item.current)).toHaveLength(1)
    expect(items).toHaveLength(2)
    expect(items.every((item) => item.address.startsWith('203.0.'))).toBe(true)
    expect(JSON.stringify(list.body)).not.toContain('token')
    const other = items.find((item) => !item.current)?.id ?? ''
    expect((await world.stranger.call('DELETE', `/api/v1/sessions/${other}`, undefined, { cookie: here })).status).toBe(
      200,
    )
    expect([(await session(there)).status, (await session(here)).status]).toEqual([401, 200])
  })

  it('of another person cannot be ended', async () => {
    const [mine, theirs] = [await signedIn((await join('viewer')).email), await signedIn((await join('viewer')).email)]
    const id = String(
      (await world.stranger.call('GET', '/api/v1/sessions', undefined, { cookie: theirs })).at('items.0.id'),
    )
    expect((await world.stranger.call('DELETE', `/api/v1/sessions/${id}`, undefined, { cookie: mine })).status).toBe(
      404,
    )
    expect((await session(theirs)).status).toBe(200)
  })

  it('ends with all others at one request, with signing out, and is worthless afterwards', async () => {
    const { email } = await join('viewer')
    const [first, second, third] = [await signedIn(email), await signedIn(email), await signedIn(email)]
    expect((await world.stranger.call('DELETE', '/api/v1/sessions', undefined, { cookie: first })).at('ended')).toBe(2)
    expect([(await session(first)).status, (await session(second)).status, (await session(third)).status]).toEqual([
      200, 401, 401,
    ])
    expect((await auth('sign-out', {}, first)).status).toBe(200)
    expect((await session(first)).status).toBe(401)
  })

  it('cannot be made up, nor changed', async () => {
    const cookie = await signedIn('ada@example.org')
    const [name, value = ''] = cookie.split('=', 2)
    for (const forged of [
      `${name}=${value.slice(0, 20)}x${value.slice(21)}`,
      `${name}=${value.split('.')[0]}`,
      `${name}=${value.split('.')[0]}.`,
      `${name}=%E0%A4%A`,
      `${name}=a.${'A'.repeat(43)}%3D`,
    ])
      expect((await session(forged)).status).toBe(401)
  })

  it('ends after a week in which it was not used, and after thirty days however much it was', async () => {
    const later = handClock(new Date())
    await using patient = await createWorld({ clock: later })
    const ask = async (cookie: string) =>
      (await patient.stranger.call('GET', '/api/v1/session', undefined, { cookie })).status
    const [idle, busy] = [
      await signIn(patient.request, 'ada@example.org'),
      await signIn(patient.request, 'ada@example.org'),
    ]
    later.advance(6 * DAY)
    expect(await ask(busy)).toBe(200)
    later.advance(1 * DAY + MINUTE)
    expect([await ask(idle), await ask(busy)]).toEqual([401, 200])
    for (let days = 12; days <= 32; days += 5) {
      later.advance(5 * DAY)
      expect([days, await ask(busy)]).toEqual([days, days > 30 ? 401 : 200])
    }
  })
})

describe('changing the password', () => {
  it('asks for the old one, refuses a weak one, and ends the other sessions, whatever the caller asks', async () => {
    const { email } = await join('viewer')
    const [here, there] = [await signedIn(email), await signedIn(email)]
    const next = 'lantern-orbit-71-meadow'
    secrets.push(next)
    expect(
      (await auth('change-password', { currentPassword: 'harbour-violin-00-wrong', newPassword: next }, here)).status,
    ).toBe(400)
    for (const weak of ['short', 'password1234', 'joined-joined-joined'])
      expect((await auth('change-password', { currentPassword: PASSWORD, newPassword: weak }, here)).status).toBe(400)
    const changed = await auth(
      'change-password',
      { currentPassword: PASSWORD, newPassword: next, revokeOtherSessions: false },
      here,
    )
    expect(changed.status).toBe(200)
    expect([(await session(there)).status, (await session(cookiesOf(changed))).status]).toEqual([401, 200])
    expect([(await enter(email)).status, (await enter(email, next)).status]).toEqual([401, 200])
  })
})

describe('the second factor', () => {
  async function withSecondFactor() {
    const { email } = await join('officer')
    const cookie = await signedIn(email)
    expect((await auth('two-factor/enable', { password: 'harbour-violin-00-wrong' }, cookie)).status).toBe(400)
    const prepared = await auth('two-factor/enable', { password: PASSWORD }, cookie)
    const totp = URI.parse(String(prepared.at('totpURI'))) as TOTP
    const backupCodes = prepared.at('backupCodes') as string[]
    secrets.push(totp.secret.base32, totp.secret.latin1, ...backupCodes)
    expect((await auth('two-factor/verify-totp', { code: totp.generate() }, cookie)).status).toBe(200)
    return { email, totp, backupCodes }
  }
  const wrongCode = (totp: TOTP) => new TOTP({ secret: new Secret({ size: 20 }), digits: totp.digits }).generate()

  it('is asked for from then on: the password alone opens nothing', async () => {
    const { email, totp } = await withSecondFactor()
    const half = await enter(email)
    expect([half.status, half.at('twoFactorRedirect'), half.at('token')]).toEqual([200, true, undefined])
    expect((await session(cookiesOf(half))).status).toBe(401)
    expect((await auth('two-factor/verify-totp', { code: wrongCode(totp) }, cookiesOf(half))).status).toBe(401)
    const whole = await auth('two-factor/verify-totp', { code: totp.generate() }, cookiesOf(half))
    expect(whole.status).toBe(200)
    expect((await session(cookiesOf(whole))).at('twoFactor')).toBe(true)
  })

  it('takes a code of an authenticator app for one sign-in only begun with the password', async () => {
    const { totp } = await withSecondFactor()
    expect((await auth('two-factor/verify-totp', { code: totp.generate() })).status).toBe(401)
  })

  it('is closed after a few wrong codes, for the right one too', async () => {
    const { email, totp } = await withSecondFactor()
    const half = cookiesOf(await enter(email))
    const statuses: number[] = []
    for (let number = 0; number < 6; number += 1)
      statuses.push((await auth('two-factor/verify-totp', { code: wrongCode(totp) }, half)).status)
    expect(statuses.every((status) => status >= 400)).toBe(true)
    expect((await auth('two-factor/verify-totp', { code: totp.generate() }, half)).status).not.toBe(200)
  })

  it('takes each backup code once', async () => {
    const { email, backupCodes } = await withSecondFactor()
    const [code = ''] = backupCodes
    const first = await auth('two-factor/verify-backup-code', { code }, cookiesOf(await enter(email)))
    expect([first.status, (await session(cookiesOf(first))).status]).toEqual([200, 200])
    expect((await auth('two-factor/verify-backup-code', { code }, cookiesOf(await enter(email)))).status).toBe(401)
    expect(
      (await auth('two-factor/verify-backup-code', { code: backupCodes[1] }, cookiesOf(await enter(email)))).status,
    ).toBe(200)
  })
})

describe('an invitation', () => {
  const invite = (role: Role = 'officer', caller = world.admin) =>
    caller.call('POST', '/api/v1/invitations', {
      email: `${crypto.randomUUID().slice(0, 8)}@example.org`,
      name: 'Invited',
      role,
    })
  const tokenOf = (answer: Answer) => String(answer.at('link')).split('/').at(-1) ?? ''
  const open = (token: string) => world.stranger.call('GET', `/api/v1/invitations/by-token/${token}`)
  const accept = (token: string) =>
    world.stranger.call('POST', `/api/v1/invitations/by-token/${token}/acceptance`, {
      name: 'Joined',
      password: PASSWORD,
    })

  it('says what it is for, and lets one person in, once', async () => {
    const invited = await invite()
    const token = tokenOf(invited)
    expect((await open(token)).body).toMatchObject({
      organisation: 'Kavrela Coffee',
      role: 'officer',
      name: 'Invited',
      invitedBy: 'Ada Admin',
    })
    const all = await Promise.all(Array.from({ length: 4 }, () => accept(token)))
    expect(all.map((answer) => answer.status).toSorted((one, other) => one - other)).toEqual([201, 404, 404, 404])
    expect((await open(token)).status).toBe(404)
    expect((await session(await signedIn(String(invited.at('email'))))).at('role')).toBe('officer')
  })

  it('that has run out, was withdrawn or never was lets nobody in', async () => {
    const withdrawn = await invite()
    await world.admin.call('DELETE', `/api/v1/invitations/${withdrawn.id}`)
    expect([(await open(tokenOf(withdrawn))).status, (await accept(tokenOf(withdrawn))).status]).toEqual([404, 404])
    expect([(await open('A'.repeat(43))).status, (await accept('A'.repeat(43))).status]).toEqual([404, 404])
    const later = handClock(new Date())
    await using patient = await createWorld({ clock: later })
    const path = `/api/v1/invitations/by-token/${tokenOf(await invite('viewer', patient.admin))}`
    later.advance(7 * DAY + MINUTE)
    const answers = [
      await patient.stranger.call('GET', path),
      await patient.stranger.call('POST', `${path}/acceptance`, { name: 'Late', password: PASSWORD }),
    ]
    expect(answers.map((answer) => [answer.status, answer.at('code')])).toEqual([
      [410, 'invitation.expired'],
      [410, 'invitation.expired'],
    ])
  })

  it('refuses a weak password and stays open', async () => {
    const token = tokenOf(await invite())
    expect(
      (
        await world.stranger.call('POST', `/api/v1/invitations/by-token/${token}/acceptance`, {
          name: 'Joined',
          password: 'password1234',
        })
      ).at('code'),
    ).toBe('sign-in.weak-password')
    expect((await accept(token)).status).toBe(201)
  })

  it('comes by mail where mail is set up, and says so', async () => {
    const letters: string[] = []
    const server = new SMTPServer({
      authOptional: true,
      hideSTARTTLS: true,
      onData: (stream, _, done) => {
        const parts: Buffer[] = []
        stream.on('data', (part: Buffer) => parts.push(part))
        stream.on('end', () => {
          letters.push(Buffer.concat(parts).toString())
          done()
        })
      },
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    try {
      await using mailing = await createWorld({
        config: {
          smtp: {
            url: `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`,
            from: 'Tutti <tutti@example.org>',
          },
        },
      })
      const invited = await mailing.admin.call('POST', '/api/v1/invitations', {
        email: 'someone@example.org',
        name: 'Some One',
        role: 'viewer',
      })
      expect([invited.status, invited.at('mailed'), letters.length]).toEqual([201, true, 1])
      expect(letters[0]?.replaceAll(/=\r\n/g, '')).toContain(tokenOf(invited))
      expect(letters[0]).toMatch(/^To: someone@example\.org/m)
    } finally {
      await new Promise<void>((resolve) => server.close(resolve))
    }
  })
})

describe('a role', () => {
  it('cannot be given by somebody who holds less', async () => {
    const strategist = await signedIn((await join('strategist')).email)
    const ask = (method: string, path: string, body: unknown) =>
      world.stranger.call(method, `/api/v1/${path}`, body, { cookie: strategist })
    const viewer = await join('viewer')
    for (const answer of [
      await ask('POST', 'invitations', { email: 'boss@example.org', name: 'Boss', role: 'administrator' }),
      await ask('PATCH', `people/${viewer.id}`, { role: 'administrator' }),
      await ask('PATCH', `people/${world.personId}`, { role: 'viewer' }),
      await ask('PATCH', `people/${world.personId}`, { active: false }),
    ])
      expect([answer.status, answer.at('code')]).toEqual([403, 'right.missing'])
    expect((await ask('PATCH', `people/${viewer.id}`, { role: 'officer' })).status).toBe(200)
  })

  it('of the last administrator stays, also when the last two step down at once', async () => {
    const path = `/api/v1/people/${world.personId}`
    for (const change of [{ role: 'viewer' }, { active: false }])
      expect((await world.admin.call('PATCH', path, change)).at('code')).toBe('right.last-administrator')
    const second = await join('administrator')
    const both = await Promise.all(
      [world.personId, second.id].map((id) => world.admin.call('PATCH', `/api/v1/people/${id}`, { role: 'viewer' })),
    )
    expect(both.filter((answer) => answer.status === 200)).toHaveLength(1)
    expect(both.find((answer) => answer.status !== 200)?.status).toSatisfy(
      (status: number) => status === 409 || status === 403,
    )
    const people = (
      await world.kernel.database.inOrganisation(world.organisationId, (db) =>
        db.selectFrom('organisation_people').select(['id', 'role']).where('role', '=', 'administrator').execute(),
      )
    ).map((row) => row.id)
    expect(people).toHaveLength(1)
    await world.kernel.database.inOrganisation(world.organisationId, (db) =>
      db.updateTable('organisation_people').set({ role: 'administrator' }).where('id', '=', world.personId).execute(),
    )
  })
})

describe('a closed account', () => {
  it('loses its sessions and its keys for good', async () => {
    const { email, id } = await join('administrator')
    const cookie = await signedIn(email)
    const made = await world.stranger.call('POST', '/api/v1/api-keys', { name: 'Key' }, { cookie })
    secrets.push(String(made.at('key')))
    const key = world.holder(String(made.at('key')))
    expect((await key.call('GET', '/api/v1/posts')).status).toBe(200)
    expect((await world.admin.call('PATCH', `/api/v1/people/${id}`, { active: false })).status).toBe(200)
    expect([(await session(cookie)).status, (await key.call('GET', '/api/v1/posts')).status]).toEqual([401, 401])
    expect((await session(cookiesOf(await enter(email)))).status).toBe(401)
    await world.admin.call('PATCH', `/api/v1/people/${id}`, { active: true })
    expect([(await session(cookie)).status, (await key.call('GET', '/api/v1/posts')).status]).toEqual([401, 401])
    expect((await session(await signedIn(email))).status).toBe(200)
  })
})

describe('an API key', () => {
  it('ends at its time, may not begin in the past, and loses what its maker loses', async () => {
    const { email, id } = await join('administrator')
    const cookie = await signedIn(email)
    const make = (expiresAt: Date) =>
      world.stranger.call('POST', '/api/v1/api-keys', { name: 'Key', expiresAt: expiresAt.toISOString() }, { cookie })
    expect((await make(new Date(clock.now().getTime() - MINUTE))).at('code')).toBe('time.past')
    const key = world.holder(String((await make(new Date(clock.now().getTime() + 60 * MINUTE))).at('key')))
    expect((await key.call('GET', '/api/v1/people')).status).toBe(200)
    await world.admin.call('PATCH', `/api/v1/people/${id}`, { role: 'viewer' })
    expect([
      (await key.call('GET', '/api/v1/people')).status,
      (await key.call('GET', '/api/v1/api-keys')).status,
    ]).toEqual([200, 403])
    clock.advance(61 * MINUTE)
    expect((await key.call('GET', '/api/v1/people')).status).toBe(401)
  })
})

describe('what is secret', () => {
  it('stands neither in the log nor in the stream of events nor, but for running sessions, in any table', async () => {
    const client = new pg.Client(world.connection)
    await client.connect()
    await client.query(`set app.maintenance = 'on'`)
    const { rows: tables } = await client.query<{ name: string }>(
      `select format('%I.%I', table_schema, table_name) as name from information_schema.tables where table_schema in ('public', 'identity') and table_type = 'BASE TABLE' and table_name <> 'session'`,
    )
    const dumps: { name: string; text: string }[] = []
    for (const { name } of tables)
      dumps.push({ name, text: JSON.stringify((await client.query(`select * from ${name}`)).rows) })
    await client.end()
    expect(dumps.find(({ name }) => name === 'events' || name === 'public.events')?.text).toContain('person.joined')
    for (const secret of [...secrets, world.adminKey].filter((text) => text.length >= 8)) {
      expect(log.text()).not.toContain(secret)
      expect(dumps.filter(({ text }) => text.includes(secret)).map(({ name }) => name)).toEqual([])
    }
  })

  it('and nothing of all this was an error of the server', () => {
    expect(log.errors()).toEqual([])
  })
})
