import { backOffMs } from '#server/kernel/backoff.ts'
import type { Measured } from '#server/platforms/port.ts'
import { measuringAfterFailure, nextMeasuring } from '../domain/measuring-interval.ts'
import type { Needs } from '../needs.ts'
import type { MeterOf } from './meter-port.ts'
import { insertPoints } from './store-points.ts'
import { claimDue, readOrganisationIds, storeOutcomes, type DuePost } from './store-schedules.ts'

const POSTS_A_CALL = 25
/** What one organisation gets in one turn; the rest is still due in the next, a minute later. */
const POSTS_A_TURN = 500
/** Longer than a turn of slow platforms takes. */
const CLAIM_MS = 15 * 60_000
const FIRST_WAIT_MS = 5 * 60_000
const LONGEST_WAIT_MS = 6 * 3_600_000
const AT_ONCE = 4

/** Asks the platforms about every published post that is due. What fails is asked again later; one channel does not stop another. */
export async function collectMeasures(kernel: Needs, meterOf: MeterOf): Promise<void> {
  const organisations = await kernel.database.dispatching(readOrganisationIds)
  const calls: Call[] = []
  for (const organisationId of organisations) calls.push(...(await claimCalls(kernel, organisationId)))
  await Promise.all(Array.from({ length: AT_ONCE }, () => work(kernel, meterOf, calls)))
}

interface Call {
  readonly organisationId: string
  readonly channelId: string
  readonly posts: readonly DuePost[]
}

async function claimCalls(kernel: Needs, organisationId: string): Promise<Call[]> {
  const now = kernel.clock.now()
  const claim = { organisationId, now, until: new Date(now.getTime() + CLAIM_MS), most: POSTS_A_TURN }
  const due = await kernel.database.inOrganisation(organisationId, (db) => claimDue(db, claim))
  const calls: Call[] = []
  for (const [channelId, posts] of Map.groupBy(due, (post) => post.channelId)) {
    for (let from = 0; from < posts.length; from += POSTS_A_CALL)
      calls.push({ organisationId, channelId, posts: posts.slice(from, from + POSTS_A_CALL) })
  }
  return calls
}

async function work(kernel: Needs, meterOf: MeterOf, calls: Call[]): Promise<void> {
  for (let call = calls.shift(); call !== undefined; call = calls.shift()) {
    const { organisationId, channelId } = call
    try {
      const meter = await meterOf(organisationId, channelId)
      const measured = meter === null ? null : await meter.measure(call.posts.map((post) => post.remoteId))
      await (measured?.kind === 'measured' ? keep(kernel, call, measured) : postpone(kernel, call, measured))
    } catch (error) {
      kernel.log.error({ err: error, organisationId, channelId }, 'measuring a channel failed')
      await postpone(kernel, call, null)
    }
  }
}

async function keep(
  kernel: Needs,
  { organisationId, posts }: Call,
  measured: Extract<Measured, { kind: 'measured' }>,
): Promise<void> {
  const now = kernel.clock.now()
  const postOf = new Map(posts.map((post) => [post.remoteId, post.postId]))
  const points = measured.measures.flatMap(({ remoteId, metric, value }) => {
    const postId = postOf.get(remoteId)
    return postId === undefined ? [] : [{ postId, metric, value }]
  })
  const outcomes = posts.map(({ postId, publishedAt }) => ({
    postId,
    nextAt: nextMeasuring(publishedAt, now),
    failures: 0,
    problem: null,
  }))
  await kernel.database.inOrganisation(organisationId, async (db) => {
    await insertPoints(db, organisationId, now, points)
    await storeOutcomes(db, organisationId, outcomes, now)
  })
}

/** `measured` is null when the channel cannot be asked at all. */
async function postpone(
  kernel: Needs,
  { organisationId, posts }: Call,
  measured: Exclude<Measured, { kind: 'measured' }> | null,
): Promise<void> {
  const now = kernel.clock.now()
  const problem = measured === null ? 'channel-unavailable' : measured.reason.code
  const retryAt = measured?.kind === 'not-now' ? measured.retryAt : null
  const random = Math.random()
  const outcomes = posts.map(({ postId, publishedAt, failures }) => {
    const waitMs = backOffMs({ attempt: failures + 1, random, baseMs: FIRST_WAIT_MS, capMs: LONGEST_WAIT_MS })
    return {
      postId,
      nextAt: measuringAfterFailure({ publishedAt, now, waitMs, retryAt }),
      failures: failures + 1,
      problem,
    }
  })
  await kernel.database.inOrganisation(organisationId, (db) => storeOutcomes(db, organisationId, outcomes, null))
}
