import { startFleet, type Fleet } from '../fleet/fleet.ts'
import { startSink, type Sink } from '../fleet/sink.ts'
import { withThrowAwayDatabase } from '../fleet/throw-away-database.ts'
import type { TestConnection } from '../database.ts'
import { percentile } from './figures.ts'
import { analyse, asOwner, seedPosts, type SeedPlace } from './seed.ts'

const YEAR_MS = 365 * 86_400_000

interface Site {
  readonly fleet: Fleet
  readonly sink: Sink
  readonly place: SeedPlace
}

/** Workers and a local sink on a fresh database that already holds so many future deliveries. */
async function onSite<T>(future: number, latencyMs: number, work: (site: Site) => Promise<T>): Promise<T> {
  return withThrowAwayDatabase(async (connection: TestConnection) => {
    const sink = await startSink({ latencyMs })
    const fleet = await startFleet({ connection, leaseSeconds: 60 })
    try {
      const channel = await fleet.call('POST', 'channels', {
        platform: 'mastodon',
        name: 'Sink',
        settings: { server: sink.url, accessToken: sink.token },
      })
      const organisation = await fleet.call('GET', 'organisation')
      const place = {
        connection,
        organisationId: String(organisation.body['id']),
        channelId: String(channel.body['id']),
      }
      await seedPosts(place, future, new Date(Date.now() + YEAR_MS / 12), new Date(Date.now() + YEAR_MS), 'future')
      await analyse(connection)
      return await work({ fleet, sink, place })
    } finally {
      await fleet.close()
      await sink.close()
    }
  })
}

export interface Lateness {
  readonly p50: number
  readonly p95: number
  readonly p99: number
  readonly most: number
}

/** Milliseconds between the time a post is due and its attempt, which is committed before the first byte leaves. */
export function measureLateness(future: number, deliveries: number, seconds: number): Promise<Lateness> {
  return onSite(future, 0, async ({ fleet, place }) => {
    await fleet.addWorker()
    const from = new Date(Date.now() + 4000)
    await seedPosts(place, deliveries, from, new Date(from.getTime() + seconds * 1000), 'lateness')
    await waitForPublished(place, deliveries, seconds + 60)
    const late = await asOwner(place.connection, (client) =>
      client.query<{ late: number }>(
        `select (extract(epoch from a.started_at - d.due_at) * 1000)::float8 as late from publishing_attempts a join publishing_deliveries d on d.organisation_id = a.organisation_id and d.id = a.delivery_id where a.number = 1`,
      ),
    )
    const figures = late.rows.map((row) => row.late)
    return {
      p50: percentile(figures, 0.5),
      p95: percentile(figures, 0.95),
      p99: percentile(figures, 0.99),
      most: Math.max(...figures),
    }
  })
}

/** Deliveries a second, all due at once, to a sink that takes `latencyMs` for each as a real server does. */
export function measureThroughput(
  future: number,
  deliveries: number,
  workers: number,
  latencyMs: number,
): Promise<number> {
  return onSite(future, latencyMs, async ({ fleet, place }) => {
    const due = new Date(Date.now() + 5000 + workers * 1000)
    await seedPosts(place, deliveries, due, new Date(due.getTime() + 1), 'throughput')
    for (let number = 0; number < workers; number += 1) await fleet.addWorker()
    await waitForPublished(place, deliveries, 180)
    const { rows } = await asOwner(place.connection, (client) =>
      client.query<{ seconds: number }>(
        `select extract(epoch from max(ended_at) - min(started_at))::float8 as seconds from publishing_attempts`,
      ),
    )
    return deliveries / (rows[0]?.seconds ?? Number.NaN)
  })
}

async function waitForPublished(
  { connection, organisationId }: SeedPlace,
  count: number,
  seconds: number,
): Promise<void> {
  const deadline = Date.now() + seconds * 1000
  await asOwner(connection, async (client) => {
    for (;;) {
      const { rows } = await client.query<{ published: number }>(
        `select count(*)::int as published from publishing_deliveries where organisation_id = $1 and state = 'published'`,
        [organisationId],
      )
      if ((rows[0]?.published ?? 0) >= count) return
      if (Date.now() > deadline) throw new Error(`Only ${rows[0]?.published} of ${count} published after ${seconds} s`)
      await new Promise((resolve) => setTimeout(resolve, 500))
    }
  })
}
