import { createHash, randomBytes } from 'node:crypto'
import type { z } from 'zod'
import type { ApprovalLink } from '#contract/approvals.ts'
import { Refusal } from '#contract/refusal.ts'
import { demand } from '#server/features/organisation/index.ts'
import type { Actor } from '#server/kernel/actor.ts'
import { change } from '#server/kernel/events/change.ts'
import type { Kernel } from '#server/kernel/kernel.ts'
import type { Input } from '../input.ts'
import { advance } from './advance.ts'
import { holdRequest } from './decide.ts'
import type { ApprovalPorts } from './ports.ts'
import { readPlace, subjectOf } from './read-facts.ts'
import { titleOf } from './store.ts'

/** The form in which a link's secret is stored and looked up; nobody can guess 256 random bits. */
export function hashToken(token: string): string {
  return createHash('sha256').update(token).digest('hex')
}

type Made = z.infer<typeof ApprovalLink> & { url: string }

/**
 * Makes a link for a reviewer from outside, shown this once. They are asked on top of the stages: the request waits for them
 * before its end, and what they approve stands in for nobody.
 */
export function inviteReviewer(
  kernel: Kernel,
  ports: ApprovalPorts,
  actor: Actor,
  { id: approvalId, name, hours }: Input<'approvals', 'invite'>,
): Promise<Made> {
  const token = randomBytes(32).toString('base64url')
  const now = kernel.clock.now()
  const expiresAt = new Date(now.getTime() + hours * 3_600_000)
  const id = kernel.clock.newId()
  return change(kernel, actor, async (running) => {
    const { approval } = await holdRequest(kernel, running, ports, actor, approvalId)
    const place = await readPlace(running.db, actor.organisationId, {
      channelId: approval.channel_id,
      campaignId: approval.campaign_id,
    })
    if (place !== null) demand(actor, 'posts.approve', subjectOf(place))
    await running.db
      .insertInto('governance_approval_links')
      .values({
        organisation_id: actor.organisationId,
        id,
        approval_id: approvalId,
        name,
        token_hash: hashToken(token),
        invited_by: actor.personId,
        created_at: now,
        expires_at: expiresAt,
      })
      .execute()
    running.record({
      verb: 'approval.reviewer-invited',
      subject: { type: 'approval', id: approvalId, title: titleOf(approval) },
      after: { name, expiresAt: expiresAt.toISOString() },
    })
    return {
      id,
      name,
      createdAt: now.toISOString(),
      expiresAt: expiresAt.toISOString(),
      openedAt: null,
      state: 'open',
      url: `${kernel.config.publicUrl}/review/${token}`,
    }
  })
}

/** Makes a link worthless; the request no longer waits for its reviewer. What they said stays. */
export function withdrawLink(kernel: Kernel, ports: ApprovalPorts, actor: Actor, id: string): Promise<{ id: string }> {
  return change(kernel, actor, async (running) => {
    const { db, record } = running
    const link = await db
      .selectFrom('governance_approval_links')
      .selectAll()
      .where('organisation_id', '=', actor.organisationId)
      .where('id', '=', id)
      .executeTakeFirst()
    if (link === undefined || link.withdrawn_at !== null) throw new Refusal('record.not-found')
    const { approval, contentHash } = await holdRequest(kernel, running, ports, actor, link.approval_id)
    if (actor.personId !== null && approval.authors.includes(actor.personId)) throw new Refusal('approval.own-work')
    await db
      .updateTable('governance_approval_links')
      .set({ withdrawn_at: kernel.clock.now() })
      .where('organisation_id', '=', actor.organisationId)
      .where('id', '=', id)
      .execute()
    record({
      verb: 'approval.reviewer-withdrawn',
      subject: { type: 'approval', id: approval.id, title: titleOf(approval) },
      before: { name: link.name },
    })
    await advance(kernel, running, ports, { approval, contentHash, actorId: actor.personId })
    return { id }
  })
}
