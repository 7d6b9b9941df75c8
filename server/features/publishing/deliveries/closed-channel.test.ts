import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startMastodon, type Mastodon } from '#test/servers/mastodon.ts'
import { createWorld, until, type World } from '#test/world.ts'

let world: World
let mastodon: Mastodon

beforeAll(async () => {
  mastodon = await startMastodon({ behaviour: 'ignores-key' })
  world = await createWorld({ background: true, config: { delivery: { leaseSeconds: 3, concurrency: 8 } } })
})
afterAll(async () => {
  await world.close()
  await mastodon.close()
})

const soon = (milliseconds = 150) => new Date(Date.now() + milliseconds).toISOString()
const show = (id: string) => world.admin.call('GET', `/api/v1/posts/${id}`)
const reaches = (id: string, state: string) =>
  until(
    () => show(id),
    (answer) => answer.at('delivery.state') === state,
    30,
  )

async function connect(name: string) {
  const settings = { server: mastodon.url, accessToken: mastodon.account(name).token }
  const { id } = await world.admin.call('POST', '/api/v1/channels', { platform: 'mastodon', name, settings })
  const texts = () => {
    const { id: accountId } = mastodon.account(name)
    return mastodon
      .statuses()
      .filter((status) => status.accountId === accountId)
      .map(({ text }) => text)
  }
  return {
    id,
    texts,
    read: () => world.admin.call('GET', `/api/v1/channels/${id}`),
    reconnect: () => world.admin.call('PATCH', `/api/v1/channels/${id}`, { settings }),
  }
}

async function plan(channelId: string, text: string, plannedAt = soon()): Promise<string> {
  return (await world.admin.call('POST', '/api/v1/posts', { channelId, text, plannedAt, timeZone: 'UTC' })).id
}

/** What was sealed for one channel stands in the row of another: there it does not open. */
async function spoil(id: string): Promise<void> {
  const sealed = world.kernel.keyring.seal(Buffer.alloc(32, 1), '{"accessToken":"none"}', 'channel:another')
  await world.kernel.database.inOrganisation(world.organisationId, (db) =>
    db.updateTable('publishing_channels').set({ credentials: sealed }).where('id', '=', id).execute(),
  )
}

const eventsOf = (id: string) =>
  world.kernel.database.inOrganisation(world.organisationId, (db) =>
    db.selectFrom('events').select(['verb', 'after']).where('subject_id', '=', id).orderBy('position').execute(),
  )

describe('a channel whose secrets no longer open', () => {
  it('holds what is due without trying it, is marked with an event, and publishes again once reconnected', async () => {
    const channel = await connect('held')
    await spoil(channel.id)
    const at = soon(400)
    const ids = [await plan(channel.id, 'First', at), await plan(channel.id, 'Second', at)]
    for (const id of ids)
      expect((await reaches(id, 'held')).at('delivery')).toMatchObject({
        reason: 'channel-needs-reconnecting',
        attempts: [],
      })
    const marked = await channel.read()
    expect([marked.at('state'), marked.at('health.problem')]).toEqual(['needs-reconnecting', 'secrets-unreadable'])
    expect((await eventsOf(channel.id)).at(-1)).toEqual({
      verb: 'channel.changed',
      after: { state: 'needs-reconnecting', problem: 'secrets-unreadable' },
    })
    expect(channel.texts()).toEqual([])
    expect((await channel.reconnect()).at('state')).toBe('connected')
    for (const id of ids) await world.admin.call('PATCH', `/api/v1/posts/${id}`, { plannedAt: soon() })
    for (const id of ids) await reaches(id, 'published')
    expect(channel.texts().toSorted()).toEqual(['First', 'Second'])
  })

  it('does not keep the posts of other channels that are due with its own from going out', async () => {
    const [closed, open] = [await connect('closed'), await connect('open')]
    await spoil(closed.id)
    const at = soon(400)
    const [stays, goes] = [await plan(closed.id, 'Stays', at), await plan(open.id, 'Goes', at)]
    await Promise.all([reaches(stays, 'held'), reaches(goes, 'published')])
    expect([closed.texts(), open.texts()]).toEqual([[], ['Goes']])
  })

  it('leaves unknown what may be out there, and looks it up when it is connected again', async () => {
    const channel = await connect('unknown')
    mastodon.behave('drops-answer', 1)
    const id = await plan(channel.id, 'Perhaps')
    await reaches(id, 'unknown')
    await spoil(channel.id)
    await until(
      () => channel.read(),
      (answer) => answer.at('state') === 'needs-reconnecting',
    )
    expect((await show(id)).at('delivery.state')).toBe('unknown')
    await channel.reconnect()
    await reaches(id, 'published')
    expect(channel.texts()).toEqual(['Perhaps'])
  })

  it('says so when it is inspected, and when a post is to be removed from it', async () => {
    const channel = await connect('inspected')
    const id = await plan(channel.id, 'Out')
    await reaches(id, 'published')
    await spoil(channel.id)
    const inspected = await world.admin.call('POST', `/api/v1/channels/${channel.id}/inspection`)
    expect([inspected.at('state'), inspected.at('health.problem')]).toEqual([
      'needs-reconnecting',
      'secrets-unreadable',
    ])
    const refused = await world.admin.call('POST', `/api/v1/posts/${id}/removal`)
    expect([refused.status, refused.at('code')]).toEqual([409, 'channel.needs-reconnecting'])
  })
})
