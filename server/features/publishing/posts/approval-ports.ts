import { Refusal } from '#contract/refusal.ts'
import type { ApprovalPorts, HeldBecause } from '#server/features/governance/index.ts'
import type { Db } from '#server/kernel/database/database.ts'
import type { Kernel } from '#server/kernel/kernel.ts'
import type { PublishingPorts } from '../ports.ts'
import { changePostWithin } from './change-post.ts'
import type { DeliveryRow } from './load-posts.ts'
import { wakeWorkers } from './save-post.ts'

/** What publishing does when approvals are decided. */
export function approvalPorts(kernel: Kernel, ports: PublishingPorts): ApprovalPorts {
  return {
    hold: async (db, organisationId, postId) => {
      const delivery = await lockDelivery(db, organisationId, postId)
      if (delivery === null) return null
      const { campaign_id: campaignId } = await db
        .selectFrom('publishing_posts')
        .select('campaign_id')
        .where('organisation_id', '=', organisationId)
        .where('id', '=', postId)
        .executeTakeFirstOrThrow()
      return {
        contentHash: delivery.content_hash,
        campaignId,
        dueAt: delivery.due_at,
        waits: delivery.state === 'held',
      }
    },
    released: (db, organisationId, postId, contentHash) => release(kernel, db, { organisationId, postId, contentHash }),
    refused: (db, organisationId, postId, because) => refuse(db, organisationId, postId, because),
    replaceText: async (change, actor, postId, { part, start, end, quote, words }) => {
      const post = await change.db
        .selectFrom('publishing_posts')
        .selectAll()
        .where('organisation_id', '=', actor.organisationId)
        .where('id', '=', postId)
        .executeTakeFirst()
      if (post === undefined) throw new Refusal('record.not-found')
      const replaced = (text: string): string => {
        if (text.slice(start, end) !== quote) throw new Refusal('suggestion.stale')
        return text.slice(0, start) + words + text.slice(end)
      }
      await changePostWithin(kernel, ports, change, actor, {
        id: postId,
        change: (stored) =>
          part === 0
            ? { text: replaced(stored.text) }
            : {
                thread: stored.thread.map((one, place) =>
                  place === part - 1
                    ? { ...one, mediaIds: [...one.mediaIds], text: replaced(one.text) }
                    : { ...one, mediaIds: [...one.mediaIds] },
                ),
              },
      })
    },
  }
}

async function lockDelivery(db: Db, organisationId: string, postId: string): Promise<DeliveryRow | null> {
  const row = await db
    .selectFrom('publishing_deliveries')
    .selectAll()
    .where('organisation_id', '=', organisationId)
    .where('post_id', '=', postId)
    .forUpdate()
    .executeTakeFirst()
  return row ?? null
}

interface Release {
  readonly organisationId: string
  readonly postId: string
  readonly contentHash: string
}

/** Plans what was approved. What waits for something else too (a stop, a paused channel) stays held, but carries its approval. */
async function release(kernel: Kernel, db: Db, { organisationId, postId, contentHash }: Release): Promise<boolean> {
  const delivery = await lockDelivery(db, organisationId, postId)
  if (delivery === null || delivery.state !== 'held' || delivery.content_hash !== contentHash) return false
  const late = delivery.due_at <= kernel.clock.now()
  const waitsOnlyForThis = delivery.reason?.startsWith('approval.') === true
  await db
    .updateTable('publishing_deliveries')
    .set({
      approval_needed: true,
      approved_hash: contentHash,
      ...(waitsOnlyForThis && !late
        ? { state: 'planned', next_at: delivery.due_at, reason: null, fence: delivery.fence + 1 }
        : {}),
      ...(waitsOnlyForThis && late ? { reason: 'approval.expired' } : {}),
    })
    .where('organisation_id', '=', organisationId)
    .where('id', '=', delivery.id)
    .execute()
  if (waitsOnlyForThis && !late) await wakeWorkers(db, delivery.due_at)
  return true
}

async function refuse(db: Db, organisationId: string, postId: string, because: HeldBecause): Promise<void> {
  await db
    .updateTable('publishing_deliveries')
    .set({ state: 'held', next_at: null, reason: because, approval_needed: true, approved_hash: null })
    .where('organisation_id', '=', organisationId)
    .where('post_id', '=', postId)
    .where('state', 'in', ['held', 'planned'])
    .execute()
}
