import type { Db } from '#server/kernel/database/database.ts'
import type { Platform } from '#server/platforms/port.ts'

/** Every platform there is, by its id. */
export type Platforms = ReadonlyMap<string, Platform>

/** What later rooms do for publishing; joined in app.ts. */
export interface PublishingPorts {
  readonly platforms: Platforms
  /** Puts short links in place of the links of a post's texts, in the same order. */
  readonly trackLinks: (
    db: Db,
    post: {
      readonly organisationId: string
      readonly postId: string
      readonly channelId: string
      readonly campaignId: string | null
      readonly texts: readonly string[]
    },
  ) => Promise<string[]>
  /** How long a short link is, in characters. */
  readonly linkLength: number
  /** Called in the transaction that marks deliveries of one organisation as published. */
  readonly published: (
    db: Db,
    posts: readonly {
      readonly organisationId: string
      readonly postId: string
      readonly channelId: string
      readonly remoteId: string
      readonly publishedAt: Date
      readonly measurable: boolean
    }[],
  ) => Promise<void>
  /** Called in the transaction that marks a post as removed from its platform. */
  readonly removed: (db: Db, organisationId: string, postId: string) => Promise<void>
}
