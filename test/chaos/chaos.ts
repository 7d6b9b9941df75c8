import pg from 'pg'
import type { TestConnection } from '../database.ts'
import { startFleet, type Fleet } from '../fleet/fleet.ts'
import { startSink, type Sink } from '../fleet/sink.ts'
import type { Started } from '../fleet/start-process.ts'

export interface ChaosOptions {
  readonly connection: TestConnection
  readonly posts: number
  readonly kills: number
  readonly workers: number
  /** Over how many seconds the posts are due. */
  readonly spreadSeconds: number
}

export interface ChaosResult {
  readonly posts: number
  readonly kills: number
  readonly lost: number
  readonly twice: number
  /** Deliveries that were unknown at some time, and how they ended. */
  readonly unknown: number
  readonly settledByLookUp: number
  readonly leftToPerson: number
  readonly states: Readonly<Record<string, number>>
  readonly seconds: number
}

/**
 * Plans posts, kills workers with -9 at random while they send, and counts afterwards at the receiving server what came out.
 * The server takes its time, drops a share of answers after accepting and a share of requests before, and honours no key.
 */
export async function runChaos(options: ChaosOptions): Promise<ChaosResult> {
  const began = Date.now()
  const sink = await startSink({ latencyMs: 60, dropAnswerShare: 0.04, dropRequestShare: 0.02 })
  const fleet = await startFleet({ connection: options.connection, leaseSeconds: 4 })
  try {
    await planPosts(fleet, sink, options)
    await killWorkers(fleet, options)
    const states = await waitUntilSettled(fleet, options.posts)
    return await count(options, sink, states, began)
  } finally {
    await fleet.close()
    await sink.close()
  }
}

async function planPosts(fleet: Fleet, sink: Sink, { posts, spreadSeconds }: ChaosOptions): Promise<void> {
  const channel = await fleet.call('POST', 'channels', {
    platform: 'mastodon',
    name: 'Sink',
    settings: { server: sink.url, accessToken: sink.token },
  })
  if (channel.status !== 201) throw new Error(`Connecting failed: ${JSON.stringify(channel.body)}`)
  const first = Date.now() + 2000 + posts * 8
  for (let number = 0; number < posts; number += 1) {
    const plannedAt = new Date(first + (number / posts) * spreadSeconds * 1000).toISOString()
    const post = await fleet.call('POST', 'posts', {
      channelId: channel.body['id'],
      text: textOf(number),
      plannedAt,
      timeZone: 'UTC',
    })
    if (post.status !== 201) throw new Error(`Planning failed: ${JSON.stringify(post.body)}`)
  }
}

function textOf(number: number): string {
  return `Post number ${number} of the chaos run, with a bağlantı and an emoji 🌱`
}

async function killWorkers(fleet: Fleet, { kills, workers, spreadSeconds, posts }: ChaosOptions): Promise<void> {
  const crew: Started[] = []
  for (let number = 0; number < workers; number += 1) crew.push(await fleet.addWorker())
  await pause(Math.max(0, 2000 + posts * 2))
  const gap = (spreadSeconds * 1000) / kills
  for (let kill = 0; kill < kills; kill += 1) {
    await pause(gap * (0.5 + Math.random()))
    const place = Math.floor(Math.random() * crew.length)
    crew[place]?.child.kill('SIGKILL')
    crew[place] = await fleet.addWorker()
  }
}

/** States in which nothing more happens by itself. */
const ENDED = new Set(['published', 'failed', 'needs-person'])

async function waitUntilSettled(fleet: Fleet, posts: number): Promise<Record<string, number>> {
  const deadline = Date.now() + 180_000
  for (;;) {
    const { body } = await fleet.call('GET', 'deliveries?limit=1')
    const counts = body['counts'] as Record<string, number>
    const ended = Object.entries(counts).reduce((sum, [state, count]) => sum + (ENDED.has(state) ? count : 0), 0)
    if (ended === posts) return counts
    if (Date.now() > deadline) throw new Error(`Not settled: ${JSON.stringify(counts)}`)
    await pause(250)
  }
}

async function count(
  options: ChaosOptions,
  sink: Sink,
  states: Record<string, number>,
  began: number,
): Promise<ChaosResult> {
  const published = await sink.published()
  const times = Array.from({ length: options.posts }, (_, number) => published.get(textOf(number))?.times ?? 0)
  const client = new pg.Client(options.connection)
  await client.connect()
  const { rows } = await client.query<{ unknown: number; found: number; person: number; undelivered: number }>(`
    select count(distinct delivery_id) filter (where outcome = 'unknown')::int as unknown,
      count(distinct delivery_id) filter (where kind = 'look-up' and outcome in ('found', 'absent'))::int as found,
      (select count(*) from publishing_deliveries where state = 'needs-person')::int as person,
      (select count(*) from publishing_deliveries where state = 'failed')::int as undelivered from publishing_attempts`)
  await client.end()
  const [row] = rows
  const person = row?.person ?? 0
  return {
    posts: options.posts,
    kills: options.kills,
    lost: Math.max(0, times.filter((each) => each === 0).length - person - (row?.undelivered ?? 0)),
    twice: times.filter((each) => each > 1).length,
    unknown: row?.unknown ?? 0,
    settledByLookUp: row?.found ?? 0,
    leftToPerson: person,
    states,
    seconds: Math.round((Date.now() - began) / 1000),
  }
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds))
}
