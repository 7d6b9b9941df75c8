import type { z } from 'zod'
import type { PlanDocument } from '#contract/plan-records.ts'
import { PLAN_SECTIONS } from '#contract/plan-sections.ts'
import type { DocumentRow } from './store.ts'
import { EMPTY } from './take-snapshot.ts'

export type ShownDocument = z.infer<typeof PlanDocument>

/** The plan as the contract describes it; empty, in version 1, while nobody has begun it. */
export function showDocument(row: DocumentRow | null, today: string): ShownDocument {
  return {
    begun: row !== null,
    starter: row?.starter ?? null,
    title: row?.title ?? EMPTY,
    texts: PLAN_SECTIONS.map((key) => ({ key, texts: row?.texts[key] ?? EMPTY })),
    owner: person(row?.owner_id, row?.owner_name),
    reviewEvery: row?.review_every ?? 'never',
    reviewOn: row?.review_on ?? null,
    reviewDue: row !== null && row.review_on !== null && row.review_on <= today,
    inForce: row?.in_force ?? null,
    waiting: row?.waiting ?? null,
    changedAt: row?.changed_at.toISOString() ?? null,
    changedBy: person(row?.changed_by, row?.changed_by_name),
    version: row?.version ?? 1,
  }
}

/** Who it was; null where nobody is named, or is no longer there. */
export function person(
  id: string | null | undefined,
  name: string | null | undefined,
): { id: string; name: string } | null {
  return id == null || name == null ? null : { id, name }
}
