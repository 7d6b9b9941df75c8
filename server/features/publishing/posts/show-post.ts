import { z } from 'zod'
import type { DeliveryState } from '#contract/publishing.ts'
import { StoredMessage } from '../domain/message.ts'
import type { LoadedPost, PostMediaRow } from './load-posts.ts'

const Thread = z.array(z.object({ text: z.string() }))
const Candidates = z.array(z.object({ url: z.string(), text: z.string(), at: z.string() }))

/** A post as the contract describes it. */
export function showPost(loaded: LoadedPost) {
  const { post, channel, piece, campaign, createdBy, media } = loaded
  return {
    id: post.id,
    channel,
    piece,
    campaign,
    audiences: loaded.audiences.map(({ id, name, archived, own }) => ({ id, name, archived, own })),
    title: post.title,
    text: post.text,
    thread: Thread.parse(post.thread).map(({ text }, index) => ({
      text,
      media: media.filter((row) => row.part === index + 1).map(showMedia),
    })),
    media: media.filter((row) => row.part === 0).map(showMedia),
    contentWarning: post.content_warning,
    visibility: post.visibility,
    language: post.language,
    trackLinks: post.track_links,
    plannedAt: post.planned_at.replace(' ', 'T').slice(0, 16),
    timeZone: post.time_zone,
    delivery: showDelivery(loaded),
    createdBy,
    createdAt: post.created_at.toISOString(),
    version: post.version,
  }
}

function showMedia(row: PostMediaRow) {
  return {
    id: row.media_id,
    altText: row.alt_text,
    url: `/api/v1/media/${row.media_id}/file`,
    width: row.width,
    height: row.height,
  }
}

function showDelivery({ delivery, attempts, settledBy }: LoadedPost) {
  const undecided = delivery.state === 'needs-person' || delivery.state === 'unknown'
  return {
    id: delivery.id,
    state: delivery.state as DeliveryState,
    dueAt: delivery.due_at.toISOString(),
    nextAt: delivery.next_at?.toISOString() ?? null,
    publishedAt: delivery.published_at?.toISOString() ?? null,
    url: delivery.url,
    reason: delivery.reason,
    words: delivery.words,
    settledBy,
    attempts: attempts.map((row) => ({
      number: row.number,
      kind: row.kind as 'send' | 'look-up' | 'remove',
      startedAt: row.started_at.toISOString(),
      endedAt: row.ended_at?.toISOString() ?? null,
      outcome: row.outcome,
      reason: row.reason,
      words: row.words,
    })),
    candidates: undecided ? Candidates.parse(delivery.candidates) : [],
    sends: StoredMessage.parse(delivery.message).parts.map(({ text }) => ({ text })),
  }
}
