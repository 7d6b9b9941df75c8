import { postSeen } from '#server/features/organisation/index.ts'
import { titleOfText } from '#server/features/publishing/index.ts'
import type { Actor } from '#server/kernel/actor.ts'
import { readIdCursor } from '#server/kernel/http/id-cursor.ts'
import { pageOf, type PageRequest } from '#server/kernel/http/page.ts'
import { shortAddress } from '../domain/short-links.ts'
import type { Needs } from '../needs.ts'
import { readLinks } from './store-links.ts'

interface LinksRequest extends PageRequest {
  readonly postId?: string | undefined
}

/** Short links with what people, robots and conversions made of them, newest first. */
export function listLinks(kernel: Needs, actor: Actor, request: LinksRequest) {
  const { organisationId } = actor
  const wanted = {
    organisationId,
    postId: request.postId ?? null,
    before: readIdCursor(request),
    limit: request.limit + 1,
    seen: postSeen(actor, { channel: 'channel_id', campaign: 'campaign_id' }),
  }
  return kernel.database.inOrganisation(organisationId, async (db) =>
    pageOf(
      await readLinks(db, wanted),
      request,
      (row) => [row.id],
      (row) => ({
        id: row.id,
        url: shortAddress(kernel.config.publicUrl, row.code),
        target: row.target,
        postId: row.postId,
        post: row.text === null ? null : (row.title ?? titleOfText(row.text)),
        channel: row.channel,
        clicks: row.clicks,
        robots: row.robots,
        conversions: row.conversions,
        createdAt: row.createdAt.toISOString(),
      }),
    ),
  )
}
