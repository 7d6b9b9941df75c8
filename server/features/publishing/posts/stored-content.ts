import { z } from 'zod'
import type { Db } from '#server/kernel/database/database.ts'
import type { PostContent } from './compose-message.ts'
import type { PostRow } from './load-posts.ts'

const Thread = z.array(z.object({ text: z.string() }))

/** What a person wrote, as it is stored: before links are tracked. */
export async function storedContent(db: Db, post: PostRow): Promise<PostContent> {
  const rows = await db
    .selectFrom('publishing_post_media')
    .selectAll()
    .where('organisation_id', '=', post.organisation_id)
    .where('post_id', '=', post.id)
    .orderBy('part')
    .orderBy('place')
    .execute()
  const mediaOf = (part: number) => rows.filter((row) => row.part === part)
  return {
    title: post.title,
    text: post.text,
    thread: Thread.parse(post.thread).map(({ text }, index) => ({
      text,
      mediaIds: mediaOf(index + 1).map((row) => row.media_id),
    })),
    media: mediaOf(0).map((row) => ({ id: row.media_id, altText: row.alt_text })),
    contentWarning: post.content_warning,
    visibility: post.visibility,
    language: post.language,
    trackLinks: post.track_links,
  }
}
