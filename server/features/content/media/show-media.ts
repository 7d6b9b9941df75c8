import type { z } from 'zod'
import type { Media } from '#contract/content.ts'
import type { MediaRow } from './store.ts'

export type ShownMedia = z.infer<typeof Media>

/** A picture as the contract describes it. */
export function showMedia(row: MediaRow): ShownMedia {
  return {
    id: row.id,
    name: row.name,
    type: row.type,
    width: row.width,
    height: row.height,
    bytes: row.bytes,
    altText: row.alt_text,
    url: mediaAddress(row.id),
    createdAt: row.created_at.toISOString(),
    version: row.version,
  }
}

/** Where a picture is served, from the root of this server; `?width=` asks for a smaller one. */
export function mediaAddress(id: string): string {
  return `/api/v1/media/${id}/file`
}
