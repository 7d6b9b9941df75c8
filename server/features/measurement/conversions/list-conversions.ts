import { postSeen } from '#server/features/organisation/index.ts'
import type { Actor } from '#server/kernel/actor.ts'
import { readIdCursor } from '#server/kernel/http/id-cursor.ts'
import { pageOf, type PageRequest } from '#server/kernel/http/page.ts'
import type { Needs } from '../needs.ts'
import { showConversion } from './show-conversion.ts'
import { readConversions } from './store-conversions.ts'

/** Conversions with the click each is credited to, last recorded first. */
export function listConversions(kernel: Needs, actor: Actor, request: PageRequest) {
  const { organisationId } = actor
  const before = readIdCursor(request)
  return kernel.database.inOrganisation(organisationId, async (db) =>
    pageOf(
      await readConversions(db, organisationId, {
        before,
        limit: request.limit + 1,
        ofPosts:
          actor.facts.agency === null ? null : postSeen(actor, { channel: 'p.channel_id', campaign: 'p.campaign_id' }),
      }),
      request,
      (row) => [row.id],
      showConversion,
    ),
  )
}
