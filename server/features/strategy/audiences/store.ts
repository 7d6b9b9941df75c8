import { sql, type Insertable, type RawBuilder, type Updateable } from 'kysely'
import type { Db, Tables } from '#server/kernel/database/database.ts'

interface Named {
  readonly id: string
  readonly name: string
}

export interface AudienceRow {
  readonly id: string
  readonly name: string
  readonly description: string
  readonly demographics: string
  readonly needs: string[]
  readonly objections: string[]
  readonly languages: string[]
  readonly places: unknown
  readonly sources: unknown
  readonly portrait_id: string | null
  readonly portrait_alt: string | null
  readonly units: Named[]
  readonly campaigns: number
  readonly created_by: string | null
  readonly created_name: string | null
  readonly created_at: Date
  readonly changed_at: Date
  readonly archived_at: Date | null
  readonly version: number
}

/** Audiences with everything that is shown of them, newest first. `where` narrows `a`. */
export async function selectAudiences(
  db: Db,
  organisationId: string,
  { where, limit }: { readonly where: RawBuilder<unknown>; readonly limit: number },
): Promise<AudienceRow[]> {
  const { rows } = await sql<AudienceRow>`
    select a.*, m.alt_text as portrait_alt, who.name as created_name,
      (select coalesce(json_agg(json_build_object('id', u.id, 'name', u.name) order by u.name, u.id), '[]') from strategy_audience_units l
        join organisation_units u on u.organisation_id = ${organisationId} and u.id = l.unit_id and u.closed_at is null
        where l.organisation_id = ${organisationId} and l.audience_id = a.id) as units,
      (select count(*)::int from content_campaign_audiences l
        join content_campaigns c on c.organisation_id = ${organisationId} and c.id = l.campaign_id and c.removed_at is null
        where l.organisation_id = ${organisationId} and l.audience_id = a.id) as campaigns
    from strategy_audiences a
    left join content_media m on m.organisation_id = ${organisationId} and m.id = a.portrait_id
    left join organisation_people who on who.organisation_id = ${organisationId} and who.id = a.created_by
    where a.organisation_id = ${organisationId} and ${where} order by a.id desc limit ${limit}`.execute(db)
  return rows
}

export interface AudienceReference extends Named {
  readonly archived: boolean
}

/** The audiences of these ids, archived ones too; those that are not there are left out. Held until the transaction ends. */
export async function findAudiences(
  db: Db,
  organisationId: string,
  ids: readonly string[],
): Promise<AudienceReference[]> {
  if (ids.length === 0) return []
  const rows = await db
    .selectFrom('strategy_audiences')
    .select(['id', 'name', 'archived_at'])
    .where('organisation_id', '=', organisationId)
    .where('id', 'in', ids)
    .orderBy('id')
    .forKeyShare()
    .execute()
  return rows.map(({ id, name, archived_at }) => ({ id, name, archived: archived_at !== null }))
}

/** Holds the row until the transaction ends. */
export async function lockAudience(db: Db, organisationId: string, id: string): Promise<void> {
  await db
    .selectFrom('strategy_audiences')
    .select('id')
    .where('organisation_id', '=', organisationId)
    .where('id', '=', id)
    .forUpdate()
    .execute()
}

/** Inserts an audience. */
export async function insertAudience(db: Db, row: Insertable<Tables['strategy_audiences']>): Promise<void> {
  await db.insertInto('strategy_audiences').values(row).execute()
}

/** Writes the columns given and counts the version up. */
export async function updateAudience(
  db: Db,
  organisationId: string,
  id: string,
  columns: Updateable<Tables['strategy_audiences']>,
): Promise<void> {
  await db
    .updateTable('strategy_audiences')
    .set({ ...columns, version: sql`version + 1` })
    .where('organisation_id', '=', organisationId)
    .where('id', '=', id)
    .execute()
}

/** Puts the audience into the regions of these units and no others. */
export async function replaceUnits(
  db: Db,
  { organisationId, id }: { readonly organisationId: string; readonly id: string },
  unitIds: readonly string[],
): Promise<void> {
  await db
    .deleteFrom('strategy_audience_units')
    .where('organisation_id', '=', organisationId)
    .where('audience_id', '=', id)
    .execute()
  if (unitIds.length === 0) return
  const rows = unitIds.map((unitId) => ({ organisation_id: organisationId, audience_id: id, unit_id: unitId }))
  await db.insertInto('strategy_audience_units').values(rows).execute()
}
