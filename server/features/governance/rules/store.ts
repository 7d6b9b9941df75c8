import { sql, type Insertable, type Updateable } from 'kysely'
import type { Db, Tables } from '#server/kernel/database/database.ts'

export type PackRow = NonNullable<Awaited<ReturnType<typeof selectPack>>>
export type RuleRow = NonNullable<Awaited<ReturnType<typeof selectRule>>>

function packs(db: Db, organisationId: string) {
  return db
    .selectFrom('governance_rule_packs as p')
    .selectAll('p')
    .select([
      sql<number>`(select count(*) from governance_rules r where r.organisation_id = p.organisation_id and r.pack_id = p.id and r.removed_at is null)`.as(
        'rules',
      ),
      sql<number>`(select count(*) from governance_rules r where r.organisation_id = p.organisation_id and r.pack_id = p.id and r.removed_at is null and r.enabled)`.as(
        'rules_on',
      ),
      sql<
        { id: string; name: string }[]
      >`(select coalesce(json_agg(json_build_object('id', u.id, 'name', u.name) order by u.name), '[]')
        from organisation_units u where u.organisation_id = p.organisation_id and u.id = any(p.unit_ids))`.as('units'),
    ])
    .where('p.organisation_id', '=', organisationId)
}

/** One pack, removed ones too; null where there is none. */
export async function selectPack(db: Db, organisationId: string, id: string) {
  return (await packs(db, organisationId).where('p.id', '=', id).executeTakeFirst()) ?? null
}

/** Packs, oldest first: one more than the limit, which tells whether there are more. */
export function selectPacks(db: Db, organisationId: string, page: { after: string | null; limit: number }) {
  return packs(db, organisationId)
    .where('p.removed_at', 'is', null)
    .$if(page.after !== null, (query) => query.where('p.id', '>', page.after))
    .orderBy('p.id')
    .limit(page.limit + 1)
    .execute()
}

/** The rules of these packs, in the order in which they were made. */
export async function selectRules(db: Db, organisationId: string, packIds: readonly string[]) {
  if (packIds.length === 0) return []
  return db
    .selectFrom('governance_rules')
    .selectAll()
    .where('organisation_id', '=', organisationId)
    .where('pack_id', 'in', packIds)
    .where('removed_at', 'is', null)
    .orderBy('id')
    .execute()
}

/** One rule, removed ones too, held for the change that follows; null where there is none. */
export async function selectRule(db: Db, organisationId: string, id: string) {
  const row = await db
    .selectFrom('governance_rules')
    .selectAll()
    .where('organisation_id', '=', organisationId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  return row ?? null
}

/** Holds a pack until the transaction ends, against other changes. */
export async function lockPack(db: Db, organisationId: string, id: string): Promise<void> {
  await db
    .selectFrom('governance_rule_packs')
    .select('id')
    .where('organisation_id', '=', organisationId)
    .where('id', '=', id)
    .forUpdate()
    .execute()
}

export async function insertPack(db: Db, row: Insertable<Tables['governance_rule_packs']>): Promise<void> {
  await db.insertInto('governance_rule_packs').values(row).execute()
}

export async function insertRules(db: Db, rows: readonly Insertable<Tables['governance_rules']>[]): Promise<void> {
  if (rows.length > 0)
    await db
      .insertInto('governance_rules')
      .values([...rows])
      .execute()
}

/** Writes the columns given and counts the version up. */
export async function updatePack(
  db: Db,
  organisationId: string,
  id: string,
  columns: Updateable<Tables['governance_rule_packs']>,
): Promise<void> {
  await db
    .updateTable('governance_rule_packs')
    .set({ ...columns, version: sql`version + 1` })
    .where('organisation_id', '=', organisationId)
    .where('id', '=', id)
    .execute()
}

/** Writes the columns given and counts the version up. */
export async function updateRule(
  db: Db,
  organisationId: string,
  id: string,
  columns: Updateable<Tables['governance_rules']>,
): Promise<void> {
  await db
    .updateTable('governance_rules')
    .set({ ...columns, version: sql`version + 1` })
    .where('organisation_id', '=', organisationId)
    .where('id', '=', id)
    .execute()
}

/** Says that rules or confidential words have changed: what was prepared from them before is not used again. */
export async function countChange(db: Db, organisationId: string): Promise<void> {
  await sql`insert into governance_rule_heads (organisation_id, version) values (${organisationId}, 1)
    on conflict (organisation_id) do update set version = governance_rule_heads.version + 1`.execute(db)
}
