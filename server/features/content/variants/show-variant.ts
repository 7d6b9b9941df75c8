import { z } from 'zod'
import { VARIANT_FORMS, VariantPart, type Variant } from '#contract/content.ts'
import type { VariantRow } from './store.ts'

export type ShownVariant = z.infer<typeof Variant>

const Stored = z.object({ form: z.enum(VARIANT_FORMS), parts: z.array(VariantPart).min(1) })

/** A stored form as the contract describes it. A stored form no longer follows its piece. */
export function showVariant(row: VariantRow): ShownVariant {
  const { form, parts } = Stored.parse(row)
  return {
    id: row.id,
    pieceId: row.piece_id,
    channelId: row.channel_id,
    form,
    title: row.title,
    parts,
    contentWarning: row.content_warning,
    visibility: row.visibility,
    followsPiece: false,
    changedAt: row.changed_at.toISOString(),
    version: row.version,
  }
}

/** What an event says of a form. */
export function variantFacts({ channelId, form, title, parts, contentWarning, visibility }: ShownVariant) {
  return { channelId, form, title, parts, contentWarning, visibility }
}
