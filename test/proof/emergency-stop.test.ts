import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { seedPosts, type SeedPlace } from '../bench/seed.ts'
import { cloneDatabase, type TestDatabase } from '../database.ts'
import { startFleet, type Fleet } from '../fleet/fleet.ts'
import { startSink, type Sink } from '../fleet/sink.ts'
import type { Started } from '../fleet/start-process.ts'
import { until } from '../world.ts'

const POSTS = 800
/** As long as a quick platform takes to answer. */
const LATENCY_MS = 120

interface Item {
  readonly id: string
  readonly kind: string
  readonly state: string
}

describe('an emergency stop, with three worker processes in the middle of sending', { timeout: 120_000 }, () => {
  let database: TestDatabase
  let fleet: Fleet
  let sink: Sink
  let place: SeedPlace
  const workers: Started[] = []

  beforeAll(async () => {
    database = await cloneDatabase()
    sink = await startSink({ latencyMs: LATENCY_MS })
    fleet = await startFleet({ connection: database.connection, leaseSeconds: 30, concurrency: 8 })
    const channel = await fleet.call('POST', 'channels', {
      platform: 'mastodon',
      name: 'Sink',
      settings: { server: sink.url, accessToken: sink.token },
    })
    const organisation = await fleet.call('GET', 'organisation')
    place = {
      connection: database.connection,
      organisationId: String(organisation.body['id']),
      channelId: String(channel.body['id']),
    }
    workers.push(...(await Promise.all([fleet.addWorker(), fleet.addWorker(), fleet.addWorker()])))
  }, 120_000)
  afterAll(async () => {
    await fleet.close()
    await sink.close()
    await database.drop()
  })

  const counts = async () =>
    (await fleet.call('GET', 'deliveries?limit=1')).body['counts'] as Readonly<Record<string, number | undefined>>
  async function itemsOf(id: unknown): Promise<Item[]> {
    const items: Item[] = []
    let cursor: string | null = null
    do {
      const { body }: { body: Record<string, unknown> } = await fleet.call(
        'GET',
        `stop-items?stopId=${String(id)}&limit=200${cursor === null ? '' : `&cursor=${cursor}`}`,
      )
      items.push(...(body['items'] as Item[]))
      cursor = body['nextCursor'] as string | null
    } while (cursor !== null)
    return items
  }

  it('lets nothing out a second after its answer, loses nothing, and sends nothing twice', async () => {
    const due = new Date()
    await seedPosts(place, POSTS, due, due, 'stop')
    await until(counts, (now) => (now['published'] ?? 0) > 100)
    const asked = Date.now()
    const stop = await fleet.call('POST', 'stops', { scope: { kind: 'organisation' }, reason: 'Earthquake' })
    const answered = Date.now()
    expect([stop.status, (stop.body['workers'] as { asked: number }).asked]).toEqual([201, 3])
    // A worker that begins after the stop knows of it as well.
    workers.push(await fleet.addWorker())
    const settled = await until(counts, (now) => (now['published'] ?? 0) + (now['held'] ?? 0) === POSTS, 30)
    const published = await sink.published()
    const last = Math.max(...[...published.values()].map(({ firstAt }) => firstAt.getTime()))
    console.log(
      `stop: answered after ${answered - asked} ms; ${published.size} were out, the last left ${last - asked} ms after the request and ${last - answered} ms after its answer (owed: 1000); ${settled['held']} held`,
    )
    expect(last - answered).toBeLessThan(1000)
    expect(published.size).toBe(settled['published'])

    const items = await itemsOf(stop.body['id'])
    const onTheirWay = items.filter((item) => item.kind === 'on-its-way')
    expect(onTheirWay.length).toBeGreaterThan(0)
    expect(new Set(onTheirWay.map((item) => item.state))).toEqual(new Set(['published']))
    expect(items.filter((item) => item.kind === 'held' && item.state === 'held')).toHaveLength(settled['held'] ?? 0)
    const shown = await until(
      async () =>
        (await fleet.call('GET', `stops/${String(stop.body['id'])}`)).body['workers'] as {
          acknowledged: number
          afterMs: number
        },
      ({ acknowledged }) => acknowledged === 3,
    )
    expect(shown.afterMs).toBeLessThan(1000)

    const path = `stops/${String(stop.body['id'])}`
    expect((await fleet.call('POST', `${path}/lift`, {})).body['waiting']).toBe(settled['held'])
    for (let left = settled['held'] ?? 0; left > 0;) {
      const { body } = await fleet.call('POST', `${path}/decisions`, {
        decision: 'send-now',
        items: 'all',
        spacingMinutes: 0,
      })
      left = Number(body['left'])
    }
    await until(counts, (now) => now['published'] === POSTS, 60)
    const all = await sink.published()
    expect([all.size, Math.max(...[...all.values()].map(({ times }) => times))]).toEqual([POSTS, 1])
  })

  it('is acknowledged by every worker within a second, as a drill tells', async () => {
    const drill = await fleet.call('POST', 'stops', { scope: { kind: 'organisation' }, reason: 'Drill', drill: true })
    const told = drill.body['workers'] as { asked: number; acknowledged: number; afterMs: number }
    console.log(`drill: ${told.acknowledged} of ${told.asked} workers knew after ${told.afterMs} ms`)
    expect([told.asked, told.acknowledged]).toEqual([4, 4])
    expect(told.afterMs).toBeLessThan(1000)
  })
})
