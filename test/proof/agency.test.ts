import { v7 } from 'uuid'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { warnOfEndingAgencies } from '#server/features/organisation/index.ts'
import { addColleague, made, type Colleague } from '../colleague.ts'
import { pictureForm } from '../fill-world.ts'
import { createWorld, type World } from '../world.ts'

interface Belongings {
  readonly channel: string
  readonly campaign: string
  readonly piece: string
  readonly media: string
  readonly post: string
}

let world: World
let now = new Date()
let guest: Colleague
let owner: Colleague
let agency: string
let given: Belongings
let other: Belongings
/** On the given channel, but for a campaign that was not given. */
let mixed: string

const soon = (days: number) => new Date(now.getTime() + days * 86_400_000).toISOString().slice(0, 10)
const ask = (method: string, path: string, body?: unknown) => guest.call(method, `/api/v1/${path}`, body)
const admin = (path: string, body: unknown, method = 'POST') => made(world.admin, path, body, method)

async function belongings(name: string): Promise<Belongings> {
  const channel = (await admin('channels', { platform: 'newsroom', name, settings: {} })).id
  const campaign = (await admin('campaigns', { title: name, startsOn: soon(-1), endsOn: soon(60) })).id
  const media = (await admin('media', pictureForm(name))).id
  const piece = (await admin('pieces', { title: name, body: name, campaignId: campaign, mediaIds: [media] })).id
  await admin(`pieces/${piece}/variants/${channel}`, { parts: [{ text: name }] }, 'PUT')
  return {
    channel,
    campaign,
    piece,
    media,
    post: await planned({ channelId: channel, campaignId: campaign, text: name }),
  }
}

async function planned(body: object): Promise<string> {
  const plannedAt = new Date(now.getTime() + 3_600_000).toISOString()
  return (await admin('posts', { plannedAt, timeZone: 'Europe/Istanbul', ...body })).id
}

beforeAll(async () => {
  world = await createWorld({ clock: { now: () => now, newId: () => v7() } })
  owner = await addColleague(world, 'Farid Moss', 'manager')
  guest = await addColleague(world, 'Nora Lindqvist', 'manager')
  given = await belongings('Winter tins')
  other = await belongings('Secret launch')
  mixed = await planned({ channelId: given.channel, campaignId: other.campaign, text: 'Secret on a shared channel' })
  agency = (
    await admin('agencies', {
      name: 'Lumen Row',
      ownerId: owner.id,
      endsOn: soon(30),
      activities: ['create', 'adapt'],
      channelIds: [given.channel],
      campaignIds: [given.campaign],
    })
  ).id
  await admin('positions', { unitId: agency, title: 'Producer', personId: guest.id })
})
afterAll(() => world.close())

describe('A guest from an agency', () => {
  const ids = async (path: string) => ((await ask('GET', path)).at('items') as { id: string }[]).map(({ id }) => id)

  it('is shown in lists only what the agency was given', async () => {
    expect(await ids('channels')).toEqual([given.channel])
    expect(await ids('campaigns')).toEqual([given.campaign])
    expect(await ids('pieces')).toEqual([given.piece])
    expect(await ids('media')).toEqual([given.media])
    expect(await ids('posts')).toEqual([given.post])
    expect(await ids(`posts?channelId=${other.channel}`)).toEqual([])
    expect(await ids(`pieces?campaignId=${other.campaign}`)).toEqual([])
    const ledger = await ask('GET', 'deliveries')
    expect([(ledger.at('items') as unknown[]).length, ledger.at('counts')]).toEqual([1, { planned: 1 }])
  })

  it('is shown in the calendar only that, too', async () => {
    const [from, to] = [soon(-2), soon(20)].map((day) => `${day}T00:00:00Z`)
    const calendar = await ask('GET', `calendar?from=${from}&to=${to}`)
    expect(calendar.status).toBe(200)
    expect((calendar.at('posts') as { id: string }[]).map(({ id }) => id)).toEqual([given.post])
    expect(JSON.stringify(calendar.body)).not.toContain('Secret')
  })

  it('reads what was given, and finds nothing of all else by its id', async () => {
    const reads = ({ channel, campaign, piece, media, post }: Belongings) => [
      `channels/${channel}`,
      `campaigns/${campaign}`,
      `pieces/${piece}`,
      `pieces/${piece}/variants`,
      `posts/${post}`,
      `media/${media}/file`,
    ]
    for (const path of reads(given)) expect([path, (await ask('GET', path)).status]).toEqual([path, 200])
    for (const path of [...reads(other), `posts/${mixed}`])
      expect([path, (await ask('GET', path)).status]).toEqual([path, 404])
    const atomised = await ask('POST', `pieces/${other.piece}/atomisation`, { channelIds: [given.channel] })
    expect(atomised.status).toBe(404)
  })

  it('changes nothing of all else', async () => {
    const attempts: [string, string, unknown][] = [
      ['PATCH', `campaigns/${other.campaign}`, { title: 'Mine' }],
      ['DELETE', `campaigns/${other.campaign}`, undefined],
      ['PATCH', `pieces/${other.piece}`, { title: 'Mine' }],
      ['PATCH', `pieces/${given.piece}`, { campaignId: other.campaign }],
      ['PATCH', `pieces/${given.piece}`, { campaignId: null }],
      ['DELETE', `pieces/${other.piece}`, undefined],
      ['PUT', `pieces/${other.piece}/variants/${given.channel}`, { parts: [{ text: 'Mine' }] }],
      ['PUT', `pieces/${given.piece}/variants/${other.channel}`, { parts: [{ text: 'Mine' }] }],
      ['PATCH', `media/${other.media}`, { altText: 'Mine' }],
      ['PATCH', `posts/${other.post}`, { text: 'Mine' }],
      ['PATCH', `posts/${mixed}`, { text: 'Mine' }],
      ['DELETE', `posts/${other.post}`, undefined],
      ['POST', 'posts', { channelId: other.channel, text: 'Mine', plannedAt: `${soon(2)}T09:00`, timeZone: 'UTC' }],
      ['POST', 'campaigns', { title: 'Mine', startsOn: soon(0), endsOn: soon(9) }],
      ['POST', 'pieces', { title: 'Mine', body: '' }],
      ['PATCH', `agencies/${agency}`, { campaignIds: [other.campaign] }],
      ['POST', 'units', { name: 'Mine', kind: 'team', parentId: agency }],
    ]
    for (const [method, path, body] of attempts) {
      const answer = await ask(method, path, body)
      expect([method, path, [403, 404].includes(answer.status)], JSON.stringify(answer.body)).toEqual([
        method,
        path,
        true,
      ])
    }
    expect(JSON.stringify((await world.admin.call('GET', '/api/v1/posts')).body)).not.toContain('Mine')
  })

  it('learns nothing of people, units, strategy, events, results or anybody’s lists', async () => {
    for (const path of [
      'people',
      'units',
      'positions',
      'team',
      'coverage',
      'experts',
      'agencies',
      'objectives',
      'goals',
      'events',
      'transfer?list=people',
      `people/${owner.id}/profile`,
    ]) {
      const answer = await ask('GET', path)
      expect([path, answer.status, answer.at('code')]).toEqual([path, 403, answer.at('code')])
    }
    expect((await ask('GET', 'measurement/overview')).status).not.toBe(200)
  })

  it('works on what was given', async () => {
    expect((await ask('PATCH', `pieces/${given.piece}`, { title: 'Winter tins, filmed' })).status).toBe(200)
    expect((await ask('POST', 'pieces', { title: 'Second film', body: '', campaignId: given.campaign })).status).toBe(
      201,
    )
  })

  it('cannot be left without a place, which would make them an insider', async () => {
    const [position] = (await world.admin.call('GET', `/api/v1/positions?unitId=${agency}`)).at('items') as {
      id: string
    }[]
    const refused = await world.admin.call('POST', `/api/v1/positions/${position?.id}/closure`)
    expect([refused.status, refused.at('code')]).toEqual([409, 'agency.guest-loose'])
    const vacated = await world.admin.call('PATCH', `/api/v1/positions/${position?.id}`, { personId: null })
    expect(vacated.at('code')).toBe('agency.guest-loose')
    await admin(`people/${guest.id}`, { active: false }, 'PATCH')
    await admin(`people/${guest.id}`, { active: true }, 'PATCH')
    const profile = await world.admin.call('GET', `/api/v1/people/${guest.id}/profile`)
    expect(profile.at('positions.0.unit.name')).toBe('Lumen Row')
  })
})

describe('An agency', () => {
  it('needs an owner inside, and an end', async () => {
    const terms = { name: 'Second', endsOn: soon(9), activities: [], channelIds: [], campaignIds: [] }
    const without = await world.admin.call('POST', '/api/v1/agencies', terms)
    expect([without.status, without.at('fields.0.path')]).toEqual([422, 'ownerId'])
    const outside = await world.admin.call('POST', '/api/v1/agencies', { ...terms, ownerId: guest.id })
    expect([outside.status, outside.at('code')]).toEqual([422, 'agency.owner-outside'])
    const unknown = await world.admin.call('POST', '/api/v1/agencies', {
      ...terms,
      ownerId: owner.id,
      channelIds: [other.post],
    })
    expect([unknown.at('code'), unknown.at('fields.0.path')]).toEqual(['reference.unknown', 'channelIds'])
  })

  it('warns its owner once, two weeks before it ends', async () => {
    const warnings = async () =>
      ((await owner.call('GET', '/api/v1/notices')).at('items') as { kind: string }[]).filter(
        ({ kind }) => kind === 'agency.ending',
      ).length
    await warnOfEndingAgencies(world.kernel)
    expect(await warnings()).toBe(0)
    await admin(`agencies/${agency}`, { endsOn: soon(14) }, 'PATCH')
    await warnOfEndingAgencies(world.kernel)
    await warnOfEndingAgencies(world.kernel)
    expect(await warnings()).toBe(1)
  })

  it('is suspended when its owner leaves, until another is named; and those who can are told', async () => {
    const strategist = await addColleague(world, 'Deniz Korkut', 'strategist')
    await admin(`people/${owner.id}`, { active: false }, 'PATCH')
    // A key of the guest was revoked when the account was closed for a moment: they sign in anew.
    const again = await addColleague(world, 'Second guest', 'officer')
    await admin('positions', { unitId: agency, title: 'Photographer', personId: again.id })
    const refused = await again.call('GET', '/api/v1/pieces')
    expect([refused.status, refused.at('code')]).toEqual([403, 'right.agency-without-owner'])
    expect((await strategist.call('GET', '/api/v1/notices')).at('items.0.kind')).toBe('agency.without-owner')
    await made(strategist, `agencies/${agency}`, { ownerId: strategist.id }, 'PATCH')
    expect((await again.call('GET', '/api/v1/pieces')).status).toBe(200)
  })

  it('ends with its last day where the organisation is: from then on its guests may do nothing', async () => {
    const late = await addColleague(world, 'Late guest', 'officer')
    await admin('positions', { unitId: agency, title: 'Editor', personId: late.id })
    // Half an hour before midnight in Istanbul, and half an hour after, which is still the last day in London.
    const lastDay = soon(14)
    now = new Date(`${lastDay}T20:30:00Z`)
    expect((await late.call('GET', '/api/v1/pieces')).status).toBe(200)
    now = new Date(`${lastDay}T21:30:00Z`)
    const refused = await late.call('GET', '/api/v1/pieces')
    expect([refused.status, refused.at('code')]).toEqual([403, 'right.agency-ended'])
  })
})
