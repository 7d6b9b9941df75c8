import { sql } from 'kysely'
import { findChannel, type ChannelReference } from './channels/store.ts'
import type { Db } from '#server/kernel/database/database.ts'

export { openAccount } from './channels/credentials.ts'
export { forgetAuthorisations } from './channels/authorise-channel.ts'
export { inspectAllChannels } from './channels/inspect-all-channels.ts'
export { meterOf } from './channels/meter-of.ts'
export type { ChannelReference } from './channels/store.ts'
export { startWorker, type DeliveryWorker } from './deliveries/worker.ts'
export { titleOfText } from './domain/post-title.ts'
export { publishingRoutes } from './http.ts'
export { approvalPorts } from './posts/approval-ports.ts'
export { eraseAttempts } from './erase-attempts.ts'
export { authorisationPages } from './pages.ts'
export type { Platforms, PublishingPorts } from './ports.ts'
export { stopPorts } from './stops/stop-ports.ts'
export { readReadiness, type Readiness } from './readiness.ts'

/** A channel of the transaction's organisation, with what its own server allows; null where there is none. */
export function channelOf(db: Db, id: string): Promise<ChannelReference | null> {
  return sql<{ id: string }>`select current_organisation() as id`
    .execute(db)
    .then(({ rows }) => findChannel(db, rows[0]?.id ?? '', id))
}

/** How many posts refer to a piece or a campaign; cancelled ones too, since their history names it. */
export async function countPosts(
  db: Db,
  of: { pieceId?: string | undefined; campaignId?: string | undefined },
): Promise<number> {
  const { count } = await db
    .selectFrom('publishing_posts')
    .select((the) => the.fn.countAll<number>().as('count'))
    .where('organisation_id', '=', sql<string>`current_organisation()`)
    .$if(of.pieceId !== undefined, (query) => query.where('piece_id', '=', of.pieceId ?? ''))
    .$if(of.campaignId !== undefined, (query) => query.where('campaign_id', '=', of.campaignId ?? ''))
    .executeTakeFirstOrThrow()
  return count
}
