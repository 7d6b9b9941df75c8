import { sql } from 'kysely'
import type { Db } from '#server/kernel/database/database.ts'
import { contentHash, type StoredMessage } from '../domain/message.ts'
import type { PlannedTime } from '../domain/planned-time.ts'
import type { PostContent } from './compose-message.ts'

/** The columns of a post that hold what a person wrote. */
export function contentColumns(content: PostContent) {
  return {
    title: content.title,
    text: content.text,
    thread: JSON.stringify(content.thread.map(({ text }) => ({ text }))),
    content_warning: content.contentWarning,
    visibility: content.visibility,
    language: content.language,
    track_links: content.trackLinks,
  }
}

export function timeColumns(time: PlannedTime) {
  return { planned_at: time.wallClock, time_zone: time.timeZone }
}

/** Writes which pictures go with which part, in place of what stood there. */
export async function savePostMedia(
  db: Db,
  organisationId: string,
  postId: string,
  message: StoredMessage,
): Promise<void> {
  await db
    .deleteFrom('publishing_post_media')
    .where('organisation_id', '=', organisationId)
    .where('post_id', '=', postId)
    .execute()
  const rows = message.parts.flatMap((part, index) =>
    part.pictures.map((picture, place) => ({
      organisation_id: organisationId,
      post_id: postId,
      part: index,
      place,
      media_id: picture.id,
      alt_text: picture.altText,
    })),
  )
  if (rows.length > 0) await db.insertInto('publishing_post_media').values(rows).execute()
}

/** The columns of a delivery that say what is sent. */
export function messageColumns(message: StoredMessage, channelId: string, audienceIds: readonly string[]) {
  return { message: JSON.stringify(message), content_hash: contentHash(message, channelId, audienceIds) }
}

/** Wakes the workers once the transaction is committed. */
export async function wakeWorkers(db: Db, nextAt: Date): Promise<void> {
  await sql`select pg_notify('tutti_deliveries', ${String(nextAt.getTime())})`.execute(db)
}
