import { unknownReference } from '#contract/refusal.ts'
import type { Db } from '#server/kernel/database/database.ts'
import { codeIn } from '../domain/short-links.ts'
import { findLink } from '../links/store-links.ts'
import { findVisitor, lastClickOfLink, lastClickOfVisitor, type CreditedClick } from './store-conversions.ts'

/** A click older than this earns no credit. */
const CREDIT_MS = 30 * 86_400_000

export interface CreditAsked {
  readonly organisationId: string
  readonly publicUrl: string
  readonly occurredAt: Date
  readonly clickId: string | null
  readonly link: string | null
}

/**
 * The click that a conversion is credited to: the last one of the same visitor (known for one day) or, where only a link is
 * named, the link's last one; by people, not later than the conversion and at most 30 days before it. Null: no credit.
 * Refuses `reference.unknown` for a click or link that the organisation does not have.
 */
export async function creditClick(db: Db, asked: CreditAsked): Promise<CreditedClick | null> {
  const { organisationId, occurredAt, clickId } = asked
  const within = { organisationId, from: new Date(occurredAt.getTime() - CREDIT_MS), to: occurredAt }
  if (clickId !== null) {
    const visitor = await findVisitor(db, organisationId, clickId)
    if (visitor === null) throw unknownReference('clickId')
    return lastClickOfVisitor(db, within, visitor)
  }
  if (asked.link === null) return null
  const code = codeIn(asked.publicUrl, asked.link)
  const link = code === null ? null : await findLink(db, code)
  if (link === null) throw unknownReference('link')
  return lastClickOfLink(db, within, link.id)
}
