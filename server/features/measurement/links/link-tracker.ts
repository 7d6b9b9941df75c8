import type { Db } from '#server/kernel/database/database.ts'
import { shortLinkLength } from '../domain/short-links.ts'
import type { Needs } from '../needs.ts'
import { trackLinks, type PostTexts } from './track-links.ts'

export interface LinkTracker {
  /** The texts with short links in place of addresses; makes the links in the caller's transaction. */
  readonly trackLinks: (db: Db, post: PostTexts) => Promise<string[]>
  /** Characters that each of these links has in the text that is sent. */
  readonly linkLength: number
}

/** What publishing needs of measurement to count the clicks on its posts: part of its ports. */
export function linkTracker(kernel: Needs): LinkTracker {
  return {
    trackLinks: (db, post) => trackLinks(kernel, db, post),
    linkLength: shortLinkLength(kernel.config.publicUrl),
  }
}
