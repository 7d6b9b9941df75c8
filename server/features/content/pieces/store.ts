import { sql, type Insertable, type Updateable, type RawBuilder } from 'kysely'
import type { Db, Tables } from '#server/kernel/database/database.ts'

export type PieceRow = NonNullable<Awaited<ReturnType<typeof selectPiece>>>

export interface PieceReference {
  readonly id: string
  readonly title: string
  readonly campaignId: string | null
}

/**
 * A piece that may be referred to, or null. It is held until the transaction ends: nobody removes it between this question
 * and the row that refers to it. A removed campaign counts as none.
 */
export async function findPiece(db: Db, organisationId: string, id: string): Promise<PieceReference | null> {
  const row = await db
    .selectFrom('content_pieces as p')
    .leftJoin('content_campaigns as c', (join) =>
      join
        .onRef('c.organisation_id', '=', 'p.organisation_id')
        .onRef('c.id', '=', 'p.campaign_id')
        .on('c.removed_at', 'is', null),
    )
    .select(['p.id', 'p.title', 'c.id as campaignId'])
    .where('p.organisation_id', '=', organisationId)
    .where('p.id', '=', id)
    .where('p.removed_at', 'is', null)
    .forKeyShare('p')
    .executeTakeFirst()
  return row ?? null
}

function pieces(db: Db, organisationId: string) {
  return db
    .selectFrom('content_pieces as p')
    .leftJoin('content_campaigns as c', (join) =>
      join
        .onRef('c.organisation_id', '=', 'p.organisation_id')
        .onRef('c.id', '=', 'p.campaign_id')
        .on('c.removed_at', 'is', null),
    )
    .leftJoin('organisation_people as author', (join) =>
      join.onRef('author.organisation_id', '=', 'p.organisation_id').onRef('author.id', '=', 'p.created_by'),
    )
    .selectAll('p')
    .select(['c.title as campaign_title', 'author.name as author_name'])
    .select((eb) =>
      eb
        .selectFrom('content_variants as v')
        .select(sql<number>`count(*)`.as('count'))
        .whereRef('v.organisation_id', '=', 'p.organisation_id')
        .whereRef('v.piece_id', '=', 'p.id')
        .$asScalar()
        .$notNull()
        .as('variants'),
    )
    .where('p.organisation_id', '=', organisationId)
}

/** One piece with its campaign and author, removed ones too; null where there is none. */
export async function selectPiece(db: Db, organisationId: string, id: string) {
  return (await pieces(db, organisationId).where('p.id', '=', id).executeTakeFirst()) ?? null
}

export interface PiecePage {
  readonly campaignId: string | undefined
  /** The id after which the page begins. */
  readonly after: string | null
  readonly limit: number
  /** Which of them whoever asks may see. */
  readonly seen: RawBuilder<boolean>
}

/** Pieces, newest first: one more than the limit, which tells whether there are more. */
export function selectPieces(db: Db, organisationId: string, { campaignId, after, limit, seen }: PiecePage) {
  return pieces(db, organisationId)
    .where('p.removed_at', 'is', null)
    .where(seen)
    .$if(after !== null, (query) => query.where('p.id', '<', after))
    .$if(campaignId !== undefined, (query) => query.where('p.campaign_id', '=', campaignId ?? null))
    .orderBy('p.id', 'desc')
    .limit(limit + 1)
    .execute()
}

/** Holds the row until the transaction ends, against other changes and against new references. */
export async function lockPiece(db: Db, organisationId: string, id: string): Promise<void> {
  await db
    .selectFrom('content_pieces')
    .select('id')
    .where('organisation_id', '=', organisationId)
    .where('id', '=', id)
    .forUpdate()
    .execute()
}

/** Inserts a piece. */
export async function insertPiece(db: Db, row: Insertable<Tables['content_pieces']>): Promise<void> {
  await db.insertInto('content_pieces').values(row).execute()
}

/** Writes the columns given and counts the version up. */
export async function updatePiece(
  db: Db,
  organisationId: string,
  id: string,
  columns: Updateable<Tables['content_pieces']>,
): Promise<void> {
  await db
    .updateTable('content_pieces')
    .set({ ...columns, version: sql`version + 1` })
    .where('organisation_id', '=', organisationId)
    .where('id', '=', id)
    .execute()
}

/** Gives the piece these pictures in this order, and no others. */
export async function replacePieceMedia(
  db: Db,
  piece: { readonly organisationId: string; readonly id: string },
  mediaIds: readonly string[],
): Promise<void> {
  const { organisationId, id } = piece
  await db
    .deleteFrom('content_piece_media')
    .where('organisation_id', '=', organisationId)
    .where('piece_id', '=', id)
    .execute()
  if (mediaIds.length === 0) return
  const rows = mediaIds.map((mediaId, place) => ({
    organisation_id: organisationId,
    piece_id: id,
    media_id: mediaId,
    place,
  }))
  await db.insertInto('content_piece_media').values(rows).execute()
}
