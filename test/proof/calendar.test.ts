import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { z } from 'zod'
import { contract } from '#contract/index.ts'
import { seedPosts } from '../bench/seed.ts'
import { fillWorld, type Filled } from '../fill-world.ts'
import { createWorld, type Answer, type World } from '../world.ts'

type Calendar = z.infer<NonNullable<(typeof contract.publishing.calendar)['~orpc']['outputSchema']>>
let world: World
let filled: Filled

beforeAll(async () => {
  world = await createWorld()
  filled = await fillWorld(world, '2028-02-10T09:00:00Z')
})
afterAll(() => world.close())

async function make(path: string, body: unknown): Promise<Answer> {
  const answer = await world.admin.call('POST', `/api/v1/${path}`, body)
  expect(answer).toMatchObject({ status: 201 })
  return answer
}
const plan = async (more: Readonly<Record<string, unknown>>) =>
  (await make('posts', { channelId: filled.channelId, text: 'Words', timeZone: 'UTC', ...more })).id
async function calendar(from: string, to: string, more = ''): Promise<Calendar> {
  const answer = await world.admin.call('GET', `/api/v1/calendar?from=${from}&to=${to}${more}`)
  expect([answer.status, answer.headers.get('content-type'), answer.headers.get('etag')]).toEqual([
    200,
    'application/json',
    null,
  ])
  return parsed(answer.body)
}

/** The server does not check this answer itself, since that costs more than reading it: so nothing here may be missing, wrong or more. */
function parsed(body: unknown): Calendar {
  const calendar = contract.publishing.calendar['~orpc'].outputSchema?.parse(body)
  expect(calendar).toEqual(body)
  if (calendar === undefined) throw new Error('The contract describes no answer.')
  return calendar
}

describe('the calendar', () => {
  it('is as the contract says, whatever the posts are', async () => {
    const bluntId = await plan({ plannedAt: '2028-03-02T10:00', title: 'The "blunt" \\ one İğne' })
    await plan({
      plannedAt: '2028-03-03T10:00:07.5',
      text: '\n> # Read me first  \nnot me',
      campaignId: filled.campaignId,
    })
    await plan({ plannedAt: '2028-03-04T10:00', text: '😀'.repeat(90), timeZone: 'Europe/Istanbul' })
    const cancelledId = await plan({ plannedAt: '2028-03-05T10:00' })
    await world.admin.call('DELETE', `/api/v1/posts/${cancelledId}`)
    const { posts, truncated } = await calendar('2028-03-01T00:00:00Z', '2028-04-01T00:00:00Z')
    expect(truncated).toBe(false)
    expect(posts.map(({ title, state, dueAt, plannedAt }) => [title, state, dueAt, plannedAt])).toEqual([
      ['The "blunt" \\ one İğne', 'planned', '2028-03-02T10:00:00.000Z', '2028-03-02T10:00'],
      ['Read me first  ', 'planned', '2028-03-03T10:00:07.500Z', '2028-03-03T10:00'],
      ['😀'.repeat(80), 'planned', '2028-03-04T07:00:00.000Z', '2028-03-04T10:00'],
      ['Words', 'cancelled', '2028-03-05T10:00:00.000Z', '2028-03-05T10:00'],
    ])
    const post = (await world.admin.call('GET', `/api/v1/posts/${bluntId}`)).body
    expect(post).toMatchObject({ id: posts[0]?.id, version: posts[0]?.version, timeZone: posts[0]?.timeZone })
    expect(post).toMatchObject({ delivery: { dueAt: posts[0]?.dueAt }, plannedAt: posts[0]?.plannedAt })
  })

  it('names each channel of its posts once, and those of their campaigns that serve a goal', async () => {
    const { id: otherId } = await make('channels', { platform: 'newsroom', name: 'Second', settings: {} })
    await make('channels', { platform: 'newsroom', name: 'Unused', settings: {} })
    const { id: aimlessId } = await make('campaigns', {
      title: 'Aimless',
      startsOn: '2028-05-10',
      endsOn: '2028-05-20',
    })
    const served = { plannedAt: '2028-05-02T10:00', campaignId: filled.campaignId }
    const ids = [await plan(served), await plan({ ...served, plannedAt: '2028-05-03T10:00' })]
    ids.push(await plan({ plannedAt: '2028-05-04T10:00', campaignId: aimlessId, channelId: otherId }))
    const month = await calendar('2028-05-01T00:00:00Z', '2028-06-01T00:00:00Z')
    expect(month.posts.map((post) => [post.id, post.channelId, post.campaignId])).toEqual([
      [ids[0], filled.channelId, filled.campaignId],
      [ids[1], filled.channelId, filled.campaignId],
      [ids[2], otherId, aimlessId],
    ])
    expect(month.channels).toHaveLength(2)
    expect(month.channels).toEqual(
      expect.arrayContaining([
        { id: filled.channelId, name: 'Newsroom', platform: 'newsroom' },
        { id: otherId, name: 'Second', platform: 'newsroom' },
      ]),
    )
    expect(month.campaignsWithGoal).toEqual([filled.campaignId])
    expect(month.campaigns).toEqual([{ id: aimlessId, title: 'Aimless', startsOn: '2028-05-10', endsOn: '2028-05-20' }])
    const narrowed = await calendar('2028-05-01T00:00:00Z', '2028-06-01T00:00:00Z', `&channelId=${otherId}`)
    expect([narrowed.posts.map(({ id }) => id), narrowed.channels.map(({ id }) => id)]).toEqual([[ids[2]], [otherId]])
  })

  it.each(['Pacific/Kiritimati', 'Pacific/Pago_Pago', 'UTC'])(
    'begins and ends at instants, wherever a post is planned: %s',
    async (timeZone) => {
      const [first, last] = ['2028-07-01T00:00:00Z', '2028-07-01T23:59:59Z']
      const ids: string[] = []
      for (const plannedAt of ['2028-06-30T23:59:59Z', first, last, '2028-07-02T00:00:00Z'])
        ids.push(await plan({ plannedAt, timeZone }))
      const day = await calendar('2028-07-01T00:00:00Z', '2028-07-02T00:00:00Z')
      expect(day.posts.filter((post) => post.timeZone === timeZone).map(({ id }) => id)).toEqual(ids.slice(1, 3))
    },
  )

  it('answers emptily where nothing is', async () => {
    expect(await calendar('2040-01-01T00:00:00Z', '2040-02-01T00:00:00Z')).toEqual({
      posts: [],
      channels: [],
      campaigns: [],
      campaignsWithGoal: [],
      truncated: false,
    })
  })

  it('shows the first 10,000 posts and says that there are more', async () => {
    const place = { ...world, channelId: filled.channelId }
    await seedPosts(place, 10_001, new Date('2029-03-01T00:00:00Z'), new Date('2029-04-01T00:00:00Z'), 'many')
    const { posts, truncated } = await calendar('2029-03-01T00:00:00Z', '2029-04-01T00:00:00Z')
    expect([posts.length, posts[0]?.title, posts.at(-1)?.title, truncated]).toEqual([
      10_000,
      'Seeded post 0 of run many',
      'Seeded post 9999 of run many',
      true,
    ])
  })
})

describe('the version of a record', () => {
  it('is its ETag, however long the record is', async () => {
    const piece = await make('pieces', { title: 'Long', body: '"\n'.repeat(50_000) })
    expect([piece.headers.get('etag'), piece.at('version')]).toEqual(['"1"', 1])
    const read = await world.admin.call('GET', `/api/v1/pieces/${piece.id}`)
    expect(read.headers.get('etag')).toBe('"1"')
    const stale = await world.admin.call(
      'PATCH',
      `/api/v1/pieces/${piece.id}`,
      { title: 'Longer' },
      { 'if-match': '"7"' },
    )
    expect([stale.status, stale.at('code')]).toEqual([412, 'record.changed'])
  })
})
