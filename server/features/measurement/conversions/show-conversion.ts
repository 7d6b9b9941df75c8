import type { ConversionRow } from './store-conversions.ts'

/** A stored conversion as the contract shows it. */
export function showConversion(row: ConversionRow) {
  const { clickId, linkId, postId, clickedAt } = row
  const credited =
    clickId === null || linkId === null || clickedAt === null
      ? null
      : { clickId, linkId, postId, clickedAt: clickedAt.toISOString() }
  return {
    id: row.id,
    name: row.name,
    value: { amount: row.value, currency: row.currency },
    occurredAt: row.occurredAt.toISOString(),
    reference: row.reference,
    credited,
  }
}
