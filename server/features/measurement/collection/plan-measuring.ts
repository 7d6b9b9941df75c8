import type { Db } from '#server/kernel/database/database.ts'
import { firstMeasuring } from '../domain/measuring-interval.ts'
import { endSchedule, insertSchedule } from './store-schedules.ts'

export interface PublishedPost {
  readonly organisationId: string
  readonly postId: string
  readonly channelId: string
  /** The post's name at its platform. */
  readonly remoteId: string
  readonly publishedAt: Date
  /** Whether the platform counts anything (its description lists metrics). */
  readonly measurable: boolean
}

/** Plans the measuring of a post that has just been published, in the transaction that says so. */
export async function planMeasuring(db: Db, post: PublishedPost): Promise<void> {
  if (post.measurable) await insertSchedule(db, { ...post, nextAt: firstMeasuring(post.publishedAt) })
}

/** Ends the measuring of a post that was removed from its platform; what was counted stays. */
export async function stopMeasuring(db: Db, organisationId: string, postId: string): Promise<void> {
  await endSchedule(db, organisationId, postId)
}
