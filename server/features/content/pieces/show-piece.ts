import type { z } from 'zod'
import type { Piece } from '#contract/content.ts'
import { showMedia } from '../media/show-media.ts'
import type { MediaRow } from '../media/store.ts'
import type { PieceRow } from './store.ts'

export type ShownPiece = z.infer<typeof Piece>

/** A piece with its pictures in their order, as the contract describes it. */
export function showPiece(row: PieceRow, media: readonly MediaRow[]): ShownPiece {
  return {
    id: row.id,
    title: row.title,
    body: row.body,
    language: row.language,
    campaign:
      row.campaign_id !== null && row.campaign_title !== null
        ? { id: row.campaign_id, title: row.campaign_title }
        : null,
    media: media.map(showMedia),
    variants: row.variants,
    createdBy:
      row.created_by !== null && row.author_name !== null ? { id: row.created_by, name: row.author_name } : null,
    createdAt: row.created_at.toISOString(),
    changedAt: row.changed_at.toISOString(),
    version: row.version,
  }
}

/** What an event says of a piece. */
export function pieceFacts({ title, body, language, campaign, media }: ShownPiece) {
  return { title, body, language, campaignId: campaign?.id ?? null, mediaIds: media.map((one) => one.id) }
}
