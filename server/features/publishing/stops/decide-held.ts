import { sql } from 'kysely'
import { Refusal } from '#contract/refusal.ts'
import { withdrawApproval, type StopDecision } from '#server/features/governance/index.ts'
import type { Actor } from '#server/kernel/actor.ts'
import type { Change, NewEvent } from '#server/kernel/events/change.ts'
import type { Kernel } from '#server/kernel/kernel.ts'
import { StoredMessage } from '../domain/message.ts'
import { planTime } from '../domain/planned-time.ts'
import { titleOfText } from '../domain/post-title.ts'
import { replan } from '../posts/change-post.ts'
import { governPost } from '../posts/govern-post.ts'
import { lockPost, type DeliveryRow, type PostRow } from '../posts/load-posts.ts'
import { timeColumns, wakeWorkers } from '../posts/save-post.ts'
import { storedContent } from '../posts/stored-content.ts'

interface Work {
  readonly deliveryIds: readonly string[]
  readonly decision: StopDecision
  readonly lastAt: ReadonlyMap<string, Date>
}

interface Held {
  readonly post: PostRow
  readonly delivery: DeliveryRow
}

const MINUTE_MS = 60_000

/**
 * Sends, moves or drops what a stop held, in this order, those of one channel with the wished distance between them. What is
 * held no longer is left out, and so is what a rule or a missing approval keeps back: it goes on waiting.
 */
export async function decideHeld(
  kernel: Kernel,
  change: Change,
  actor: Actor,
  { deliveryIds, decision, lastAt }: Work,
): Promise<readonly string[]> {
  const last = new Map(lastAt)
  const decided: string[] = []
  for (const postId of await postsOf(change, actor.organisationId, deliveryIds)) {
    const held = await lockPost(change.db, actor.organisationId, postId)
    if (held.delivery.state !== 'held' || held.delivery.reason !== 'stop') continue
    const before = last.get(held.post.channel_id)
    const at = before === undefined ? decision.at : new Date(before.getTime() + decision.spacingMinutes * MINUTE_MS)
    const done = await unlessRefused(change, (one) =>
      decision.kind === 'drop' ? drop(kernel, one, actor, held) : plan(kernel, one, actor, { held, decision, at }),
    )
    if (!done) continue
    if (decision.kind !== 'drop') last.set(held.post.channel_id, at)
    decided.push(held.delivery.id)
  }
  return decided
}

async function postsOf({ db }: Change, organisationId: string, ids: readonly string[]): Promise<readonly string[]> {
  const { rows } = await sql<{ id: string }>`
    select d.post_id as id from unnest(${[...ids]}::uuid[]) with ordinality as w(id, place)
    join publishing_deliveries d on d.organisation_id = ${organisationId} and d.id = w.id order by w.place`.execute(db)
  return rows.map((row) => row.id)
}

/** One post that is refused takes back what was begun and recorded for it, and not what was done for the others. */
async function unlessRefused({ db, record }: Change, work: (one: Change) => Promise<void>): Promise<boolean> {
  const events: NewEvent[] = []
  await sql`savepoint one`.execute(db)
  try {
    await work({ db, record: (event) => void events.push(event) })
    for (const event of events) record(event)
    return true
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    await sql`rollback to savepoint one`.execute(db)
    return false
  }
}

interface Planning {
  readonly held: Held
  readonly decision: StopDecision
  readonly at: Date
}

async function plan(kernel: Kernel, change: Change, actor: Actor, { held, decision, at }: Planning): Promise<void> {
  const { post, delivery } = held
  const { db, record } = change
  const time = planTime(at.toISOString(), decision.timeZone ?? post.time_zone, kernel.clock.now())
  const governed = await governPost(kernel, change, actor, {
    postId: post.id,
    channelId: post.channel_id,
    campaignId: post.campaign_id,
    authorId: post.created_by,
    content: await storedContent(db, post),
    message: StoredMessage.parse(delivery.message),
    contentHash: delivery.content_hash,
    time,
  })
  await db
    .updateTable('publishing_posts')
    .set({ ...timeColumns(time), version: post.version + 1 })
    .where('organisation_id', '=', actor.organisationId)
    .where('id', '=', post.id)
    .execute()
  // Token and progress stay: of what was tried before the stop the platform may still know.
  await replan(db, { ...delivery, state: 'planned' }, { ...governed, due_at: time.instant })
  if (governed.state === 'planned') await wakeWorkers(db, time.instant)
  record({
    verb: 'post.moved',
    subject: { type: 'post', id: post.id, title: post.title ?? titleOfText(post.text) },
    before: { plannedAt: post.planned_at.replace(' ', 'T'), timeZone: post.time_zone, state: 'held' },
    after: { plannedAt: time.wallClock, timeZone: time.timeZone, state: governed.state },
  })
}

async function drop(kernel: Kernel, change: Change, actor: Actor, { post, delivery }: Held): Promise<void> {
  const { db, record } = change
  await withdrawApproval(kernel, change, actor.organisationId, post.id)
  await db
    .updateTable('publishing_deliveries')
    .set({ state: 'cancelled', next_at: null, reason: null, fence: delivery.fence + 1 })
    .where('organisation_id', '=', actor.organisationId)
    .where('id', '=', delivery.id)
    .execute()
  record({
    verb: 'post.cancelled',
    subject: { type: 'post', id: post.id, title: post.title ?? titleOfText(post.text) },
    before: { state: 'held' },
    after: { state: 'cancelled' },
  })
}
