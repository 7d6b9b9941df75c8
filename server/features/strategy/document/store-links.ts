import type { Insertable, Updateable } from 'kysely'
import type { Db, Tables } from '#server/kernel/database/database.ts'

export type ShownLinkRow = Awaited<ReturnType<typeof selectLinks>>[number]

function links(db: Db, organisationId: string) {
  return db
    .selectFrom('strategy_document_links as l')
    .leftJoin('organisation_people as p', (join) =>
      join.onRef('p.organisation_id', '=', 'l.organisation_id').onRef('p.id', '=', 'l.created_by'),
    )
    .selectAll('l')
    .select('p.name as created_by_name')
    .where('l.organisation_id', '=', organisationId)
}

/** Links, newest first. */
export function selectLinks(db: Db, organisationId: string) {
  return links(db, organisationId).orderBy('l.id', 'desc').limit(200).execute()
}

/** One link, held against another withdrawal; null where there is none. */
export async function selectLink(db: Db, organisationId: string, id: string) {
  return (await links(db, organisationId).where('l.id', '=', id).forUpdate('l').executeTakeFirst()) ?? null
}

/** Inserts a link. */
export async function insertLink(db: Db, row: Insertable<Tables['strategy_document_links']>): Promise<void> {
  await db.insertInto('strategy_document_links').values(row).execute()
}

/** Writes when a link was opened or withdrawn. */
export async function updateLink(
  db: Db,
  organisationId: string,
  id: string,
  columns: Pick<Updateable<Tables['strategy_document_links']>, 'opened_at' | 'withdrawn_at'>,
): Promise<void> {
  await db
    .updateTable('strategy_document_links')
    .set(columns)
    .where('organisation_id', '=', organisationId)
    .where('id', '=', id)
    .execute()
}
