import type { Actor } from '#server/kernel/actor.ts'
import { Refusal } from '#contract/refusal.ts'
import { readOrganisation } from '#server/features/organisation/index.ts'
import { systemActor } from '#server/kernel/actor.ts'
import { change, type Change } from '#server/kernel/events/change.ts'
import type { Kernel } from '#server/kernel/kernel.ts'
import type { Input } from '../input.ts'
import { advance } from './advance.ts'
import { writeComment } from './comment.ts'
import { holdRequest, reasonOf, sendBack } from './decide.ts'
import { hashToken } from './links.ts'
import type { ApprovalPorts } from './ports.ts'
import { readComments } from './show-approval.ts'
import { findApproval, lockApproval, readContent, titleOf, type ApprovalRow, type LinkRow } from './store.ts'

/** The link that a secret opens. One that was withdrawn is nothing; one that is too old says so. */
async function findLink(kernel: Kernel, token: string): Promise<LinkRow> {
  const hash = hashToken(token)
  const link = await kernel.database.lookUp(hash, (db) =>
    db.selectFrom('governance_approval_links').selectAll().where('token_hash', '=', hash).executeTakeFirst(),
  )
  if (link === undefined || link.withdrawn_at !== null) throw new Refusal('record.not-found')
  if (link.expires_at <= kernel.clock.now()) throw new Refusal('review.expired')
  return link
}

/** What a reviewer from outside sees: this post and what is said of it, nothing else of the organisation. */
export async function readReview(kernel: Kernel, token: string) {
  const link = await findLink(kernel, token)
  const { organisation_id: organisationId } = link
  return kernel.database.inOrganisation(organisationId, async (db) => {
    const approval = await findApproval(db, organisationId, link.approval_id)
    const organisation = await readOrganisation(db, organisationId)
    const channel = await db
      .selectFrom('publishing_channels')
      .select(['name', 'platform'])
      .where('organisation_id', '=', organisationId)
      .where('id', '=', approval.channel_id)
      .executeTakeFirstOrThrow()
    const decision = await decisionOf(db, link)
    const comments = await readComments(db, organisationId, approval.post_id)
    if (link.opened_at === null)
      await db
        .updateTable('governance_approval_links')
        .set({ opened_at: kernel.clock.now() })
        .where('organisation_id', '=', organisationId)
        .where('id', '=', link.id)
        .execute()
    return {
      organisation: organisation.name,
      name: link.name,
      state: decision ?? (approval.state === 'waiting' ? ('open' as const) : ('closed' as const)),
      expiresAt: link.expires_at.toISOString(),
      channel,
      dueAt: approval.due_at.toISOString(),
      timeZone: organisation.time_zone,
      content: readContent(approval),
      comments: comments
        .filter((comment) => comment.link_id === link.id)
        .map((comment) => ({
          id: comment.id,
          name: comment.name,
          part: comment.part,
          quote: comment.quote,
          text: comment.text,
          suggestion: comment.suggestion,
          at: comment.created_at.toISOString(),
        })),
    }
  })
}

/** The organisation of a reviewer's link that shows this picture. Refuses one that is not of its post, and a link that ended. */
export async function organisationOfReview(kernel: Kernel, token: string, mediaId: string): Promise<string> {
  const link = await findLink(kernel, token)
  const { organisation_id: organisationId } = link
  const approval = await kernel.database.inOrganisation(organisationId, (db) =>
    findApproval(db, organisationId, link.approval_id),
  )
  const shown = readContent(approval).parts.some(({ pictures }) => pictures.some(({ id }) => id === mediaId))
  if (!shown) throw new Refusal('record.not-found')
  return organisationId
}

async function decisionOf(db: Change['db'], link: LinkRow): Promise<'approved' | 'rejected' | null> {
  const row = await db
    .selectFrom('governance_approval_decisions')
    .select('decision')
    .where('organisation_id', '=', link.organisation_id)
    .where('link_id', '=', link.id)
    .where('approval_id', '=', link.approval_id)
    .executeTakeFirst()
  if (row === undefined) return null
  return row.decision === 'approve' ? 'approved' : 'rejected'
}

/** What the reviewer decides, once. Approving lets nothing out by itself; sending back sends back. */
export async function decideReview(
  kernel: Kernel,
  ports: ApprovalPorts,
  { token, decision, reason }: Input<'approvals', 'decideReview'>,
): Promise<{ state: 'approved' | 'rejected' }> {
  const link = await findLink(kernel, token)
  const given = reasonOf({ decision, reason })
  await change(kernel, reviewerOf(link), async (running) => {
    const { db, record } = running
    const { approval, contentHash } = await holdRequest(kernel, running, ports, reviewerOf(link), link.approval_id)
    await refuseWithdrawn(db, link)
    if ((await decisionOf(db, link)) !== null) throw new Refusal('approval.decided')
    await db
      .insertInto('governance_approval_decisions')
      .values({
        organisation_id: link.organisation_id,
        id: kernel.clock.newId(),
        approval_id: approval.id,
        stage: approval.stage,
        link_id: link.id,
        name: link.name,
        entries: [],
        decision,
        reason: given,
        fingerprint: approval.fingerprint,
        created_at: kernel.clock.now(),
      })
      .execute()
    record({
      verb: 'approval.reviewed',
      subject: { type: 'approval', id: approval.id, title: titleOf(approval) },
      after: { decision, reason: given, by: link.name },
    })
    if (decision === 'reject') await sendBack(kernel, running, ports, { approval, actorId: null, reason: given })
    else await advance(kernel, running, ports, { approval, contentHash, actorId: null })
  })
  return { state: decision === 'approve' ? 'approved' : 'rejected' }
}

/** What the reviewer says of the text. */
export async function commentReview(
  kernel: Kernel,
  { token, ...remark }: Input<'approvals', 'commentReview'>,
): Promise<{ id: string }> {
  const link = await findLink(kernel, token)
  return change(kernel, reviewerOf(link), async (running) => {
    const approval: ApprovalRow = await lockApproval(running.db, link.organisation_id, link.approval_id)
    await refuseWithdrawn(running.db, link)
    if (approval.state !== 'waiting') throw new Refusal('approval.closed', { state: approval.state })
    const speaker = { personId: null, linkId: link.id, name: link.name }
    return { id: await writeComment(kernel, running, approval, speaker, remark) }
  })
}

/** Between the look-up and the lock the link may have been withdrawn. */
async function refuseWithdrawn(db: Change['db'], link: LinkRow): Promise<void> {
  const row = await db
    .selectFrom('governance_approval_links')
    .select('withdrawn_at')
    .where('organisation_id', '=', link.organisation_id)
    .where('id', '=', link.id)
    .executeTakeFirst()
  if (row === undefined || row.withdrawn_at !== null) throw new Refusal('record.not-found')
}

/** In the stream of events they stand by their name; they are nobody of the organisation. */
function reviewerOf(link: LinkRow): Actor {
  return { ...systemActor(link.organisation_id), name: link.name }
}
