import { sql, type Insertable, type Selectable } from 'kysely'
import type { Db, Tables } from '#server/kernel/database/database.ts'

export type VariantRow = Selectable<Tables['content_variants']>

export interface VariantPlace {
  readonly organisationId: string
  readonly pieceId: string
  readonly channelId: string
}

/** The stored forms of a piece, in the order in which channels were connected. */
export function selectVariants(db: Db, organisationId: string, pieceId: string): Promise<VariantRow[]> {
  return db
    .selectFrom('content_variants')
    .selectAll()
    .where('organisation_id', '=', organisationId)
    .where('piece_id', '=', pieceId)
    .orderBy('channel_id')
    .execute()
}

/** The stored form of a piece for a channel, or null where the channel follows the piece. */
export async function selectVariant(
  db: Db,
  { organisationId, pieceId, channelId }: VariantPlace,
): Promise<VariantRow | null> {
  const row = await db
    .selectFrom('content_variants')
    .selectAll()
    .where('organisation_id', '=', organisationId)
    .where('piece_id', '=', pieceId)
    .where('channel_id', '=', channelId)
    .executeTakeFirst()
  return row ?? null
}

export type VariantColumns = Pick<
  Insertable<Tables['content_variants']>,
  'form' | 'title' | 'parts' | 'content_warning' | 'visibility' | 'changed_at'
>

/** Inserts a form. */
export function insertVariant(
  db: Db,
  { organisationId, pieceId, channelId }: VariantPlace,
  row: VariantColumns & { readonly id: string },
): Promise<VariantRow> {
  return db
    .insertInto('content_variants')
    .values({ ...row, organisation_id: organisationId, piece_id: pieceId, channel_id: channelId })
    .returningAll()
    .executeTakeFirstOrThrow()
}

/** Replaces a form and counts its version up. */
export function updateVariant(
  db: Db,
  { organisationId, pieceId, channelId }: VariantPlace,
  columns: VariantColumns,
): Promise<VariantRow> {
  return db
    .updateTable('content_variants')
    .set({ ...columns, version: sql`version + 1` })
    .where('organisation_id', '=', organisationId)
    .where('piece_id', '=', pieceId)
    .where('channel_id', '=', channelId)
    .returningAll()
    .executeTakeFirstOrThrow()
}

/** Removes a form for good: its event keeps what it said. */
export async function deleteVariant(db: Db, { organisationId, pieceId, channelId }: VariantPlace): Promise<void> {
  await db
    .deleteFrom('content_variants')
    .where('organisation_id', '=', organisationId)
    .where('piece_id', '=', pieceId)
    .where('channel_id', '=', channelId)
    .execute()
}
