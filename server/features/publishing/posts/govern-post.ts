import { sql } from 'kysely'
import { Refusal } from '#contract/refusal.ts'
import { openApproval, type HeldBecause } from '#server/features/governance/index.ts'
import { demand, unitPath } from '#server/features/organisation/index.ts'
import type { Action } from '#contract/actions.ts'
import type { Actor } from '#server/kernel/actor.ts'
import type { Db } from '#server/kernel/database/database.ts'
import type { Change } from '#server/kernel/events/change.ts'
import type { Kernel } from '#server/kernel/kernel.ts'
import type { PlannedTime } from '../domain/planned-time.ts'
import type { StoredMessage } from '../domain/message.ts'
import type { PostContent } from './compose-message.ts'

/** A post as it is about to stand. */
export interface GovernedPost {
  readonly postId: string
  readonly channelId: string
  readonly campaignId: string | null
  /** Whoever made it. */
  readonly authorId: string | null
  readonly content: Pick<PostContent, 'title' | 'text' | 'thread' | 'language'>
  readonly message: StoredMessage
  readonly contentHash: string
  readonly time: PlannedTime
}

/** The columns of a delivery that say whether it may go out, and if not, what it waits for. */
export interface Governed {
  readonly state: 'planned' | 'held'
  readonly next_at: Date | null
  readonly reason: HeldBecause | null
  readonly approval_needed: boolean
  readonly approved_hash: string | null
}

/**
 * Decides whether a post may go out at its time: what a rule blocks is refused, what needs approval is held until it has it.
 * Call in the transaction of the change, with the delivery held; nothing else may set a delivery to planned.
 */
export async function governPost(kernel: Kernel, change: Change, actor: Actor, post: GovernedPost): Promise<Governed> {
  const { content, message, time } = post
  const texts = [content.text, ...content.thread.map(({ text }) => text)]
  const standing = await openApproval(kernel, change, actor, {
    organisationId: actor.organisationId,
    postId: post.postId,
    channelId: post.channelId,
    campaignId: post.campaignId,
    title: content.title,
    language: content.language,
    parts: texts.map((text, place) => ({
      text,
      pictures: (message.parts[place]?.pictures ?? []).map(({ id, altText }) => ({ id, altText })),
    })),
    plannedOn: time.wallClock.slice(0, 10),
    authorId: post.authorId,
    contentHash: post.contentHash,
    dueAt: time.instant,
  })
  switch (standing.state) {
    case 'free':
      return { state: 'planned', next_at: time.instant, reason: null, approval_needed: false, approved_hash: null }
    case 'approved':
      return {
        state: 'planned',
        next_at: time.instant,
        reason: null,
        approval_needed: true,
        approved_hash: post.contentHash,
      }
    case 'waiting':
      // Nobody could approve what is due already; it would expire before it was read.
      if (time.instant <= kernel.clock.now())
        throw new Refusal('approval.no-time', {}, [{ path: 'plannedAt', code: 'approval.no-time' }])
      return held('approval.waiting')
    case 'rejected':
      return held('approval.rejected')
  }
}

function held(reason: HeldBecause): Governed {
  return { state: 'held', next_at: null, reason, approval_needed: true, approved_hash: null }
}

/** Refuses what somebody may not do to a post on this channel for this campaign; a channel without a unit takes the campaign's. */
export async function demandPost(
  db: Db,
  actor: Actor,
  action: Action,
  { channelId, campaignId }: { readonly channelId: string; readonly campaignId: string | null },
): Promise<void> {
  const { rows } = await sql<{ unit_id: string | null }>`
    select coalesce(c.unit_id, (select k.unit_id from content_campaigns k where k.organisation_id = c.organisation_id and k.id = ${campaignId})) as unit_id
    from publishing_channels c where c.organisation_id = ${actor.organisationId} and c.id = ${channelId}`.execute(db)
  demand(actor, action, {
    unitPath: await unitPath(db, actor.organisationId, rows[0]?.unit_id),
    channelId,
    campaignId,
  })
}
