import type { PlatformDescription } from '#contract/platforms.ts'
import type { Db } from '#server/kernel/database/database.ts'
import type { Kernel } from '#server/kernel/kernel.ts'

/** A channel, as far as the forms of a piece depend on it. */
export interface ChannelReference {
  readonly id: string
  readonly name: string
  readonly platform: string
  readonly description: PlatformDescription
}

/** What content asks of rooms that come after it. Each answers for the organisation of the transaction. */
export interface ContentPorts {
  readonly channel: (db: Db, channelId: string) => Promise<ChannelReference | null>
  /** How many posts there are of a piece or of a campaign. */
  readonly postsOf: (db: Db, of: { readonly pieceId?: string; readonly campaignId?: string }) => Promise<number>
}

/** What the use cases lean on that ask other rooms. */
export interface ContentNeeds {
  readonly kernel: Kernel
  readonly ports: ContentPorts
}
