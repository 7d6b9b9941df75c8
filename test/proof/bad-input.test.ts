import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createPlatforms } from '#server/platforms/registry.ts'
import { fillWorld, type Filled } from '../fill-world.ts'
import { createWorld, type World } from '../world.ts'
import { captureLog, type CapturedLog } from './capture-log.ts'
import { openRowCount, type RowCount } from './count-rows.ts'
import { refusalsOf, type ExpectRefusal } from './expect-refusal.ts'

let world: World
let filled: Filled
let log: CapturedLog
let rows: RowCount
let expectRefusal: ExpectRefusal
let bluesky = ''
let mastodon = ''

beforeAll(async () => {
  log = captureLog()
  world = await createWorld({ log: log.log })
  rows = await openRowCount(world.connection)
  filled = await fillWorld(world)
  expectRefusal = refusalsOf(world, rows)
  bluesky = await plantChannel('bluesky')
  mastodon = await plantChannel('mastodon')
})
afterAll(async () => {
  await rows.close()
  await world.close()
})

/** A channel with the platform's own description, without an account behind it: enough to be held against. */
async function plantChannel(platform: string): Promise<string> {
  const id = crypto.randomUUID()
  const description = createPlatforms(world.kernel).find((each) => each.description.id === platform)?.description
  await world.kernel.database.inOrganisation(world.organisationId, (db) =>
    db
      .insertInto('publishing_channels')
      .values({
        organisation_id: world.organisationId,
        id,
        platform,
        name: platform,
        handle: '@brand',
        url: 'https://example.org',
        state: 'connected',
        time_zone: 'UTC',
        settings: '{}',
        credentials: null,
        description: JSON.stringify(description),
        created_at: new Date(),
      })
      .execute(),
  )
  return id
}

const inAnHour = () => new Date(Date.now() + 3_600_000).toISOString()
const post = (more: Readonly<Record<string, unknown>>) => ({
  channelId: filled.channelId,
  text: 'A text',
  plannedAt: inAnHour(),
  timeZone: 'Europe/Istanbul',
  trackLinks: false,
  ...more,
})
const family = '👨‍👩‍👧‍👦'

describe("a text that is too long by its platform's own count", () => {
  it.each([
    ['301 letters on Bluesky, which takes 300', () => ({ channelId: bluesky, text: 'ğ'.repeat(301) })],
    [
      '290 families on Bluesky, too many bytes though not too many characters',
      () => ({ channelId: bluesky, text: family.repeat(290) }),
    ],
    ['501 letters on Mastodon, which takes 500', () => ({ channelId: mastodon, text: 'ş'.repeat(501) })],
    [
      'a content warning that takes the text over 500 on Mastodon',
      () => ({ channelId: mastodon, text: 'x'.repeat(495), contentWarning: 'Coffee' }),
    ],
    [
      'the second part of a thread',
      () => ({ channelId: mastodon, text: 'Short', thread: [{ text: 'y'.repeat(501) }] }),
      'thread.0.text',
    ],
  ])('is refused: %s', async (_, more, field = 'text') => {
    const answer = await expectRefusal('POST', '/api/v1/posts', post(more()), {
      status: 422,
      code: 'text.too-long',
      fields: [field],
    })
    expect(answer.at('fields.0.detail')).toMatch(/characters? too long for (Bluesky|Mastodon)/)
  })

  it.each([
    ['300 families of four on Mastodon', () => ({ channelId: mastodon, text: family.repeat(300) })],
    ['300 letters on Bluesky', () => ({ channelId: bluesky, text: 'ğ'.repeat(300) })],
    [
      'a link of 900 letters on Mastodon, where every link counts 23',
      () => ({ channelId: mastodon, text: `${'z'.repeat(470)} https://example.org/${'a'.repeat(880)}` }),
    ],
  ])('is taken where it fits: %s', async (_, more) => {
    const answer = await world.admin.call('POST', '/api/v1/posts', post(more()))
    expect(answer).toMatchObject({ status: 201 })
  })

  it('is refused by its length alone where a field has one', async () => {
    await expectRefusal(
      'POST',
      '/api/v1/pieces',
      { title: 'x'.repeat(201) },
      { status: 422, code: 'request.invalid', fields: ['title'] },
    )
    await expectRefusal(
      'POST',
      '/api/v1/pieces',
      { title: 'A', body: 'x'.repeat(100_001) },
      { status: 422, code: 'request.invalid', fields: ['body'] },
    )
  })
})

describe('a time', () => {
  it.each([
    [
      'in an unknown zone',
      { plannedAt: '2027-05-01T09:00', timeZone: 'Europe/Atlantis' },
      'request.invalid',
      'timeZone',
    ],
    [
      'in a zone that is none but looks like an offset',
      { plannedAt: '2027-05-01T09:00', timeZone: '+03:00' },
      'request.invalid',
      'timeZone',
    ],
    ['in the past', { plannedAt: '2020-05-01T09:00', timeZone: 'Europe/Istanbul' }, 'time.past', 'plannedAt'],
    ['too far ahead', { plannedAt: '2099-05-01T09:00', timeZone: 'Europe/Istanbul' }, 'time.too-far', 'plannedAt'],
    ['that the clocks skip', { plannedAt: '2027-03-28T02:30', timeZone: 'Europe/Berlin' }, 'time.skipped', 'plannedAt'],
    ['on a day that is none', { plannedAt: '2027-02-30T09:00', timeZone: 'UTC' }, 'request.invalid', 'plannedAt'],
    ['at an hour that is none', { plannedAt: '2027-02-20T25:00', timeZone: 'UTC' }, 'request.invalid', 'plannedAt'],
    ['that is none', { plannedAt: 'tomorrow', timeZone: 'UTC' }, 'request.invalid', 'plannedAt'],
  ])('%s is refused', async (_, more, code, field) => {
    await expectRefusal('POST', '/api/v1/posts', post(more), { status: 422, code, fields: [field] })
  })

  it('is refused where the end comes before the beginning', async () => {
    const dates = { startsOn: '2027-05-02', endsOn: '2027-05-01' }
    await expectRefusal(
      'POST',
      '/api/v1/objectives',
      { title: 'A', perspective: 'customer', ...dates },
      { status: 422, code: 'time.order', fields: ['endsOn'] },
    )
    await expectRefusal(
      'POST',
      '/api/v1/campaigns',
      { title: 'A', ...dates },
      { status: 422, code: 'time.order', fields: ['endsOn'] },
    )
    await expectRefusal(
      'PATCH',
      `/api/v1/campaigns/${filled.campaignId}`,
      { endsOn: '2026-10-01' },
      { status: 422, code: 'time.order', fields: ['endsOn'] },
    )
    await expectRefusal(
      'POST',
      '/api/v1/goals',
      { title: 'A', kpi: 'clicks', target: '1', startsOn: '2027-05-02', dueOn: '2027-05-01' },
      { status: 422, code: 'time.order', fields: ['dueOn'] },
    )
    await expectRefusal('GET', '/api/v1/calendar?from=2027-05-02T00:00:00Z&to=2027-05-01T00:00:00Z', undefined, {
      status: 422,
      code: 'time.order',
      fields: ['to'],
    })
  })

  it('is refused where a day is none', async () => {
    await expectRefusal(
      'POST',
      '/api/v1/campaigns',
      { title: 'A', startsOn: '2027-02-30', endsOn: '2027-13-01' },
      { status: 422, code: 'request.invalid', fields: ['startsOn', 'endsOn'] },
    )
  })
})

describe('a text', () => {
  it.each([
    ['control characters', 'a\u0007b'],
    ['NUL', 'a\u0000b'],
    ['a bidirectional override', 'a\u202Egnp.exe'],
    ['an isolate', 'a\u2066b\u2069'],
    ['a byte-order mark', '\uFEFFa'],
  ])('with %s is refused wherever it can be written', async (_, text) => {
    const refused = (...fields: string[]) => ({ status: 422, code: 'request.invalid', fields })
    await expectRefusal('POST', '/api/v1/pieces', { title: text, body: text }, refused('title', 'body'))
    await expectRefusal(
      'POST',
      '/api/v1/posts',
      post({ text, title: text, contentWarning: text }),
      refused('text', 'title', 'contentWarning'),
    )
    await expectRefusal(
      'PUT',
      `/api/v1/pieces/${filled.pieceId}/variants/${filled.channelId}`,
      { title: text, contentWarning: text, visibility: text, parts: [{ text }] },
      refused('title', 'contentWarning', 'visibility', 'parts.0.text'),
    )
    await expectRefusal('PATCH', `/api/v1/media/${filled.mediaId}`, { altText: text }, refused('altText'))
    await expectRefusal('PATCH', '/api/v1/session', { name: text }, refused('name'))
    await expectRefusal(
      'POST',
      `/api/v1/rule-packs/${filled.rulePackId}/rules`,
      { title: text, reason: text, platforms: [text], definition: { kind: 'pattern', pattern: text } },
      refused('title', 'reason', 'platforms.0', 'definition.pattern'),
    )
    await expectRefusal(
      'POST',
      '/api/v1/workflows',
      { title: text, stages: [], conditions: [{ kind: 'platform', oneOf: [text] }] },
      refused('title', 'conditions.0.oneOf.0'),
    )
    await expectRefusal('POST', '/api/v1/stakeholders', { name: text, role: text }, refused('name', 'role'))
    await expectRefusal(
      'PATCH',
      `/api/v1/people/${world.personId}/profile`,
      { expertise: [{ topic: text, level: 'leads', note: text }] },
      refused('expertise.0.topic', 'expertise.0.note'),
    )
  })

  it('with half a surrogate pair is refused', async () => {
    await expectRefusal('POST', '/api/v1/pieces', '{"title":"a\\ud83d","body":"\\udc00"}', {
      status: 422,
      code: 'request.invalid',
      fields: ['title', 'body'],
    })
  })

  it('of nothing but spaces is none', async () => {
    await expectRefusal(
      'POST',
      '/api/v1/objectives',
      { title: ' \t ', perspective: 'customer', startsOn: '2027-01-01', endsOn: '2027-02-01' },
      { status: 422, code: 'request.invalid', fields: ['title'] },
    )
  })
})

describe('a body', () => {
  it.each([
    ['broken off', '{"title":'],
    ['empty', ''],
    ['no JSON', '<xml/>'],
    ['with a comma too many', '{"title":"A",}'],
    ['JSON with a NUL byte after it', '{"title":"A"}\u0000'],
  ])('that is %s is refused', async (_, body) => {
    await expectRefusal(
      'POST',
      '/api/v1/pieces',
      body,
      body === '' ? { status: 422, code: 'request.invalid', fields: [''] } : { status: 400, code: 'request.malformed' },
    )
  })

  it.each([
    'text/plain',
    'application/xml',
    'application/octet-stream',
    'multipart/form-data',
    'nonsense',
    'application/json; charset=utf-16',
  ])('of the content type %s makes nothing', async (type) => {
    const before = await rows.count()
    const answer = await world.admin.call('POST', '/api/v1/objectives', '\u0001not json', { 'content-type': type })
    expect(answer.status).toBeGreaterThanOrEqual(400)
    expect(answer.status).toBeLessThan(500)
    expect(answer.headers.get('content-type')).toContain('application/problem+json')
    expect(await rows.count()).toEqual(before)
  })

  it('that nests a hundred thousand deep is refused', async () => {
    for (const body of [
      `${'['.repeat(100_000)}${']'.repeat(100_000)}`,
      `${'{"a":'.repeat(100_000)}1${'}'.repeat(100_000)}`,
    ]) {
      const answer = await world.admin.call('POST', '/api/v1/pieces', body)
      expect([400, 422]).toContain(answer.status)
    }
  })

  it('larger than any JSON needs to be is refused before it is read', async () => {
    await expectRefusal('POST', '/api/v1/pieces', JSON.stringify({ title: 'A', body: 'x'.repeat(2_100_000) }), {
      status: 413,
      code: 'request.too-large',
    })
  })

  it('with the names of a prototype changes no prototype', async () => {
    const body =
      '{"title":"Plain","__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}},"settings":{"__proto__":{"polluted":true}}}'
    expect((await world.admin.call('POST', '/api/v1/pieces', body)).status).toBe(201)
    const channel = await world.admin.call(
      'POST',
      '/api/v1/channels',
      '{"platform":"newsroom","name":"P","settings":{"__proto__":"x","constructor":"y"}}',
    )
    expect(channel.status).toBeLessThan(500)
    await world.admin.call('GET', '/api/v1/posts?__proto__[polluted]=true&constructor[prototype][polluted]=true')
    expect(Reflect.get({}, 'polluted')).toBeUndefined()
  })

  it('with ten thousand of something is refused', async () => {
    const ids = Array.from({ length: 10_000 }, () => crypto.randomUUID())
    await expectRefusal(
      'POST',
      '/api/v1/goals',
      { title: 'A', kpi: 'clicks', target: '1', dueOn: '2027-01-01', objectiveIds: ids },
      { status: 422, code: 'request.invalid', fields: ['objectiveIds'] },
    )
    await expectRefusal('POST', '/api/v1/posts', post({ thread: ids.map((text) => ({ text })) }), {
      status: 422,
      code: 'request.invalid',
      fields: ['thread'],
    })
    await expectRefusal('POST', '/api/v1/posts', post({ media: ids }), {
      status: 422,
      code: 'request.invalid',
      fields: ['media'],
    })
    await expectRefusal(
      'POST',
      `/api/v1/pieces/${filled.pieceId}/atomisation`,
      { channelIds: ids },
      { status: 422, code: 'request.invalid', fields: ['channelIds'] },
    )
    await expectRefusal(
      'POST',
      '/api/v1/api-keys',
      { name: 'A', scopes: ids.map(() => 'posts.read') },
      { status: 422, code: 'request.invalid', fields: ['scopes'] },
    )
  })

  it.each([
    '1e400',
    '1e15',
    '"1e5"',
    '"Infinity"',
    '"0x10"',
    '"1,5"',
    '0.1234567',
    '"1.0000001"',
    `"${'9'.repeat(400)}"`,
    '"-"',
    '[1]',
    'true',
  ])('with the amount %s is refused', async (value) => {
    await expectRefusal('POST', '/api/v1/conversions', `{"value":${value},"currency":"EUR"}`, {
      status: 422,
      code: 'request.invalid',
      fields: ['value'],
    })
    await expectRefusal(
      'POST',
      '/api/v1/goals',
      `{"title":"A","kpi":"clicks","dueOn":"2027-01-01","target":${value}}`,
      { status: 422, code: 'request.invalid', fields: ['target'] },
    )
  })
})

describe('a refusal', () => {
  const secrets = [
    'tutti_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA',
    'S3cret-Passw0rd-of-Somebody',
    'xoxb-1234-token-of-a-channel',
    'session-value-of-a-cookie',
    'invitation-token-AbCdEfGh',
  ]
  const [key, password, token, cookie, invitation] = secrets

  it('leaves nothing secret in the log, however it was asked', async () => {
    await world.holder(String(key)).call('GET', '/api/v1/posts')
    await world.stranger.call('POST', '/api/auth/sign-in/email', { email: 'ada@example.org', password })
    await world.stranger.call('POST', '/api/auth/sign-in/email', `{"email":"ada@example.org","password":"${password}"`)
    await world.stranger.call('GET', '/api/v1/posts', undefined, {
      cookie: `tutti.session_token=${cookie}.${'A'.repeat(43)}=`,
    })
    await world.admin.call('POST', '/api/v1/channels', {
      platform: 'mastodon',
      name: 'M',
      settings: { server: 'https://127.0.0.1:1', accessToken: token },
    })
    await world.admin.call('POST', '/api/v1/channels', {
      platform: 'bluesky',
      name: 'B',
      settings: { service: 'https://127.0.0.1:1', identifier: 'a.test', appPassword: password },
    })
    await world.stranger.call('POST', `/api/v1/invitations/by-token/${invitation}/acceptance`, { name: 'A', password })
    await world.stranger.call('GET', `/api/v1/invitations/by-token/${invitation}`)
    for (const secret of [...secrets, world.adminKey]) expect(log.text()).not.toContain(secret)
  })

  it('is never an error of the server', () => {
    expect(log.errors()).toEqual([])
  })
})
