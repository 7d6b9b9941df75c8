import { z } from 'zod'
import type { DeliveryState } from '#contract/publishing.ts'
import { postSeen } from '#server/features/organisation/index.ts'
import type { Actor } from '#server/kernel/actor.ts'
import { pageOf, readCursorAs, type PageRequest } from '#server/kernel/http/page.ts'
import type { Kernel } from '#server/kernel/kernel.ts'
import { loadPosts } from './load-posts.ts'
import { showPost } from './show-post.ts'

/** The due time and id after which the next page begins. */
const Cursor = z.tuple([z.iso.datetime(), z.uuid()])

export interface PostsRequest extends PageRequest {
  readonly channelId?: string | undefined
  readonly campaignId?: string | undefined
  readonly pieceId?: string | undefined
  readonly state?: DeliveryState | undefined
  readonly from?: string | undefined
  readonly to?: string | undefined
}

/** Posts by the time they are or were due, latest first. */
export function listPosts(kernel: Kernel, actor: Actor, request: PostsRequest) {
  const cursor = readCursorAs(request.cursor, Cursor)
  const { organisationId } = actor
  return kernel.database.inOrganisation(organisationId, async (db) => {
    const rows = await db
      .selectFrom('publishing_deliveries as d')
      .innerJoin('publishing_posts as p', (join) =>
        join.onRef('p.organisation_id', '=', 'd.organisation_id').onRef('p.id', '=', 'd.post_id'),
      )
      .select(['p.id', 'd.due_at'])
      .where('d.organisation_id', '=', organisationId)
      .where(postSeen(actor, { channel: 'd.channel_id', campaign: 'p.campaign_id' }))
      .$if(request.channelId !== undefined, (query) => query.where('d.channel_id', '=', request.channelId ?? ''))
      .$if(request.campaignId !== undefined, (query) => query.where('p.campaign_id', '=', request.campaignId ?? ''))
      .$if(request.pieceId !== undefined, (query) => query.where('p.piece_id', '=', request.pieceId ?? ''))
      .$if(request.state !== undefined, (query) => query.where('d.state', '=', request.state ?? ''))
      .$if(request.from !== undefined, (query) => query.where('d.due_at', '>=', new Date(request.from ?? 0)))
      .$if(request.to !== undefined, (query) => query.where('d.due_at', '<', new Date(request.to ?? 0)))
      .$if(cursor !== null, (query) =>
        query.where((the) =>
          the(the.refTuple('d.due_at', 'p.id'), '<', the.tuple(new Date(cursor?.[0] ?? 0), cursor?.[1] ?? '')),
        ),
      )
      .orderBy('d.due_at', 'desc')
      .orderBy('p.id', 'desc')
      .limit(request.limit + 1)
      .execute()
    const { items, nextCursor } = pageOf(
      rows,
      request,
      (row) => [row.due_at.toISOString(), row.id],
      (row) => row.id,
    )
    return { items: (await loadPosts(db, organisationId, items)).map(showPost), nextCursor }
  })
}

/** The delivery ledger: posts of a period with how many stand in each state. */
export async function listDeliveries(kernel: Kernel, actor: Actor, request: PostsRequest) {
  const page = await listPosts(kernel, actor, request)
  const counts = await kernel.database.inOrganisation(actor.organisationId, (db) =>
    db
      .selectFrom('publishing_deliveries as d')
      .select(['d.state', (the) => the.fn.countAll<number>().as('count')])
      .where('d.organisation_id', '=', actor.organisationId)
      .$if(actor.facts.agency !== null, (query) =>
        query
          .innerJoin('publishing_posts as p', (join) =>
            join.onRef('p.organisation_id', '=', 'd.organisation_id').onRef('p.id', '=', 'd.post_id'),
          )
          .where(postSeen(actor, { channel: 'd.channel_id', campaign: 'p.campaign_id' })),
      )
      .$if(request.from !== undefined, (query) => query.where('d.due_at', '>=', new Date(request.from ?? 0)))
      .$if(request.to !== undefined, (query) => query.where('d.due_at', '<', new Date(request.to ?? 0)))
      .groupBy('d.state')
      .execute(),
  )
  return { ...page, counts: Object.fromEntries(counts.map((row) => [row.state, row.count])) }
}
