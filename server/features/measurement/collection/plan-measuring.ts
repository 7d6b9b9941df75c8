import type { Db } from '#server/kernel/database/database.ts'
import { firstMeasuring } from '../domain/measuring-interval.ts'
import { endSchedule, insertSchedules } from './store-schedules.ts'

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

/** Plans the measuring of posts that have just been published, in the transaction that says so. */
export async function planMeasuring(db: Db, posts: readonly PublishedPost[]): Promise<void> {
  await insertSchedules(
    db,
    posts.filter(({ measurable }) => measurable).map((post) => ({ ...post, nextAt: firstMeasuring(post.publishedAt) })),
  )
}

/** Ends the measuring of a post that was removed from its platform; what was counted stays. */
export async function stopMeasuring(db: Db, organisationId: string, postId: string): Promise<void> {
  await endSchedule(db, organisationId, postId)
}
