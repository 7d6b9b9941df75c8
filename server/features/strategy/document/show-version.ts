import { createHash } from 'node:crypto'
import type { z } from 'zod'
import type { PlanVersion } from '#contract/plan-records.ts'
import { may } from '#server/features/organisation/index.ts'
import type { Actor } from '#server/kernel/actor.ts'
import type { PlanSnapshot } from '../domain/plan-content.ts'
import { person } from './show-document.ts'
import type { VersionRow } from './store-versions.ts'

export type ShownVersion = z.infer<typeof PlanVersion>

/** SHA-256 of the very text that is stored. */
export function hashOfContent(content: string): string {
  return createHash('sha256').update(content).digest('hex')
}

/** What a version says: written by us, when it was proposed. */
export function snapshotOf({ content }: { readonly content: string }): PlanSnapshot {
  return JSON.parse(content) as PlanSnapshot
}

/** Whether somebody is the author of a version. Keys are nobody in particular, and so never somebody else. */
export function isAuthor({ personId }: Actor, row: Pick<VersionRow, 'proposed_by'>): boolean {
  return personId === row.proposed_by
}

/** A version as the contract describes it to this person. */
export function showVersion(row: VersionRow, actor: Actor): ShownVersion {
  return {
    number: row.number,
    hash: row.hash,
    note: row.note,
    state: row.state,
    proposedAt: row.proposed_at.toISOString(),
    proposedBy: person(row.proposed_by, row.proposed_by_name),
    decidedAt: row.decided_at?.toISOString() ?? null,
    decidedBy: person(row.decided_by, row.decided_by_name),
    words: row.words,
    mayDecide: row.state === 'proposed' && !isAuthor(actor, row) && may(actor, 'plans.approve').allowed,
    version: row.version,
  }
}
