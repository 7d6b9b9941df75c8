import { Refusal } from '#contract/refusal.ts'
import type { Kernel } from '#server/kernel/kernel.ts'
import type { DocumentInput } from '../input.ts'
import { findVersion } from './find-version.ts'
import { hashToken } from './share.ts'
import { showContent } from './show-content.ts'
import { snapshotOf } from './show-version.ts'
import { updateLink } from './store-links.ts'

/** What a secret opens: one version, and nothing else of the organisation. One that was withdrawn is nothing; one that is too old says so. */
export async function openLink(kernel: Kernel, token: string) {
  const hash = hashToken(token)
  const link = await kernel.database.lookUp(hash, (db) =>
    db.selectFrom('strategy_document_links').selectAll().where('token_hash', '=', hash).executeTakeFirst(),
  )
  if (link === undefined || link.withdrawn_at !== null) throw new Refusal('record.not-found')
  if (link.expires_at <= kernel.clock.now()) throw new Refusal('document.link-expired')
  const { organisation_id: organisationId } = link
  return kernel.database.inOrganisation(organisationId, async (db) => {
    const row = await findVersion(db, organisationId, link.number)
    if (link.opened_at === null) await updateLink(db, organisationId, link.id, { opened_at: kernel.clock.now() })
    return { link, row }
  })
}

/** The version that a link shows, in a language. */
export async function readShared(kernel: Kernel, { token, language }: DocumentInput<'shared'>) {
  const { link, row } = await openLink(kernel, token)
  return {
    number: row.number,
    hash: row.hash,
    state: row.state,
    proposedAt: row.proposed_at.toISOString(),
    decidedAt: row.decided_at?.toISOString() ?? null,
    name: link.name,
    expiresAt: link.expires_at.toISOString(),
    content: showContent(snapshotOf(row), { language, budget: link.budget }),
  }
}
