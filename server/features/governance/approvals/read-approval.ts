import { postSeen } from '#server/features/organisation/index.ts'
import type { Actor } from '#server/kernel/actor.ts'
import type { Kernel } from '#server/kernel/kernel.ts'
import { showApproval, type ShownApproval } from './show-approval.ts'
import { findApproval, seeApproval } from './store.ts'

/** Most requests of one post that are shown. */
const MOST = 20

/** One request with its stages, comments and links. Refuses `record.not-found`. */
export function readApproval(kernel: Kernel, actor: Actor, id: string): Promise<ShownApproval> {
  return kernel.database.inOrganisation(actor.organisationId, async (db) => {
    const row = await findApproval(db, actor.organisationId, id)
    seeApproval(actor, row)
    return showApproval(db, actor, row, kernel.clock.now())
  })
}

/** Every request there was for a post, the newest first. */
export function readApprovalsOfPost(kernel: Kernel, actor: Actor, postId: string): Promise<{ items: ShownApproval[] }> {
  return kernel.database.inOrganisation(actor.organisationId, async (db) => {
    const rows = await db
      .selectFrom('governance_approvals')
      .selectAll()
      .where('organisation_id', '=', actor.organisationId)
      .where('post_id', '=', postId)
      .where(postSeen(actor, { channel: 'channel_id', campaign: 'campaign_id' }))
      .orderBy('id', 'desc')
      .limit(MOST)
      .execute()
    const items: ShownApproval[] = []
    for (const row of rows) items.push(await showApproval(db, actor, row, kernel.clock.now()))
    return { items }
  })
}
