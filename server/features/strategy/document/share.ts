import { createHash, randomBytes } from 'node:crypto'
import type { z } from 'zod'
import type { PlanLink } from '#contract/plan-records.ts'
import { Refusal } from '#contract/refusal.ts'
import { demand } from '#server/features/organisation/index.ts'
import type { Actor } from '#server/kernel/actor.ts'
import { change } from '#server/kernel/events/change.ts'
import type { DocumentInput } from '../input.ts'
import type { StrategyNeeds } from '../ports.ts'
import { findVersion } from './find-version.ts'
import { person } from './show-document.ts'
import { insertLink, selectLink, selectLinks, updateLink, type ShownLinkRow } from './store-links.ts'

type ShownLink = z.infer<typeof PlanLink>
const DAY_MS = 86_400_000

/** The form in which a link's secret is stored and looked up; nobody can guess 256 random bits. */
export function hashToken(token: string): string {
  return createHash('sha256').update(token).digest('hex')
}

function showLink(row: ShownLinkRow, now: Date): ShownLink {
  return {
    id: row.id,
    name: row.name,
    number: row.number,
    budget: row.budget,
    createdAt: row.created_at.toISOString(),
    createdBy: person(row.created_by, row.created_by_name),
    expiresAt: row.expires_at.toISOString(),
    openedAt: row.opened_at?.toISOString() ?? null,
    state: row.withdrawn_at !== null ? 'withdrawn' : row.expires_at <= now ? 'expired' : 'open',
  }
}

/** Links to versions, newest first. */
export function listLinks({ kernel }: StrategyNeeds, { organisationId }: Actor) {
  return kernel.database.inOrganisation(organisationId, async (db) => ({
    items: (await selectLinks(db, organisationId)).map((row) => showLink(row, kernel.clock.now())),
  }))
}

/** Makes a link with which one version is read without an account; its address is given this once. With budgets only by those who see them. */
export function shareVersion({ kernel }: StrategyNeeds, actor: Actor, input: DocumentInput<'share'>) {
  const { organisationId } = actor
  const { number, name, days, budget } = input
  const now = kernel.clock.now()
  const expiresAt = new Date(now.getTime() + days * DAY_MS)
  const id = kernel.clock.newId()
  const token = randomBytes(32).toString('base64url')
  return change(kernel, actor, async ({ db, record }) => {
    if (budget) demand(actor, 'budget.read', {})
    await findVersion(db, organisationId, number)
    await insertLink(db, {
      organisation_id: organisationId,
      id,
      number,
      name,
      budget,
      token_hash: hashToken(token),
      created_by: actor.personId,
      created_at: now,
      expires_at: expiresAt,
    })
    record({
      verb: 'plan-document.shared',
      subject: { type: 'plan-document', id: organisationId },
      before: null,
      after: { linkId: id, name, number, budget, expiresAt: expiresAt.toISOString() },
    })
    const made = await selectLink(db, organisationId, id)
    if (made === null) throw new Refusal('record.not-found')
    return { ...showLink(made, now), url: `${kernel.config.publicUrl}/plan/${token}` }
  })
}

/** Makes a link worthless at once. */
export function withdrawLink({ kernel }: StrategyNeeds, actor: Actor, id: string): Promise<{ id: string }> {
  const { organisationId } = actor
  return change(kernel, actor, async ({ db, record }) => {
    const link = await selectLink(db, organisationId, id)
    if (link === null || link.withdrawn_at !== null) throw new Refusal('record.not-found')
    await updateLink(db, organisationId, id, { withdrawn_at: kernel.clock.now() })
    record({
      verb: 'plan-document.link-withdrawn',
      subject: { type: 'plan-document', id: organisationId },
      before: { linkId: id, name: link.name, number: link.number },
      after: null,
    })
    return { id }
  })
}
