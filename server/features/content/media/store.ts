import { sql, type Insertable, type Selectable, type RawBuilder } from 'kysely'
import type { Db, Tables } from '#server/kernel/database/database.ts'

export type MediaRow = Selectable<Tables['content_media']>

/** A picture as publishing needs it; `file` is its name in the file store. */
export interface MediaReference {
  readonly id: string
  readonly name: string
  readonly type: string
  /** Pixels, as shown. */
  readonly width: number
  readonly height: number
  readonly altText: string
  readonly file: string
}

/** The pictures of these ids, by id; ids of none are left out. */
export async function findMedia(
  db: Db,
  organisationId: string,
  ids: readonly string[],
): Promise<ReadonlyMap<string, MediaReference>> {
  const wanted = [...new Set(ids)]
  if (wanted.length === 0) return new Map()
  const rows = await db
    .selectFrom('content_media')
    .select(['id', 'name', 'type', 'width', 'height', 'alt_text as altText', 'file'])
    .where('organisation_id', '=', organisationId)
    .where('id', 'in', wanted)
    .execute()
  return new Map(rows.map((row) => [row.id, row]))
}

/** One picture, or null. */
export async function selectMedia(db: Db, organisationId: string, id: string): Promise<MediaRow | null> {
  return (
    (await db
      .selectFrom('content_media')
      .selectAll()
      .where('organisation_id', '=', organisationId)
      .where('id', '=', id)
      .executeTakeFirst()) ?? null
  )
}

/** One picture, held for the change that follows, or null. */
export async function lockMedia(db: Db, organisationId: string, id: string): Promise<MediaRow | null> {
  return (
    (await db
      .selectFrom('content_media')
      .selectAll()
      .where('organisation_id', '=', organisationId)
      .where('id', '=', id)
      .forUpdate()
      .executeTakeFirst()) ?? null
  )
}

/** Pictures, newest first: one more than the limit, which tells whether there are more. */
export function selectMediaPage(
  db: Db,
  organisationId: string,
  { after, limit, seen }: { readonly after: string | null; readonly limit: number; readonly seen: RawBuilder<boolean> },
): Promise<MediaRow[]> {
  return db
    .selectFrom('content_media')
    .selectAll()
    .where('organisation_id', '=', organisationId)
    .where(seen)
    .$if(after !== null, (query) => query.where('id', '<', after))
    .orderBy('id', 'desc')
    .limit(limit + 1)
    .execute()
}

/** The pictures of these pieces in their order, by piece. */
export async function selectMediaOfPieces(
  db: Db,
  organisationId: string,
  pieceIds: readonly string[],
): Promise<ReadonlyMap<string, readonly MediaRow[]>> {
  if (pieceIds.length === 0) return new Map()
  const rows = await db
    .selectFrom('content_piece_media as pm')
    .innerJoin('content_media as m', (join) =>
      join.onRef('m.organisation_id', '=', 'pm.organisation_id').onRef('m.id', '=', 'pm.media_id'),
    )
    .selectAll('m')
    .select('pm.piece_id')
    .where('pm.organisation_id', '=', organisationId)
    .where('pm.piece_id', 'in', pieceIds)
    .orderBy('pm.place')
    .execute()
  return Map.groupBy(rows, (row) => row.piece_id)
}

/** Inserts a picture. */
export function insertMedia(db: Db, row: Insertable<Tables['content_media']>): Promise<MediaRow> {
  return db.insertInto('content_media').values(row).returningAll().executeTakeFirstOrThrow()
}

/** Writes the description of a picture and counts the version up. */
export function updateAltText(db: Db, organisationId: string, id: string, altText: string): Promise<MediaRow> {
  return db
    .updateTable('content_media')
    .set({ alt_text: altText, version: sql`version + 1` })
    .where('organisation_id', '=', organisationId)
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirstOrThrow()
}
