import { sql, type Insertable, type Selectable } from 'kysely'
import type { Db, Tables } from '#server/kernel/database/database.ts'

export type ReadingRow = Selectable<Tables['strategy_account_readings']>

/** The newest reading of each of these accounts; accounts without one are left out. */
export async function newestReadings(
  db: Db,
  organisationId: string,
  accountIds: readonly string[],
): Promise<ReadonlyMap<string, ReadingRow>> {
  if (accountIds.length === 0) return new Map()
  const rows = await db
    .selectFrom('strategy_account_readings')
    .distinctOn('account_id')
    .selectAll()
    .where('organisation_id', '=', organisationId)
    .where('account_id', 'in', accountIds)
    .orderBy('account_id')
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .execute()
  return new Map(rows.map((row) => [row.account_id, row]))
}

/** Followers of these accounts at least four weeks before their newest reading, in the last reading that knew them. */
export async function followersBefore(
  db: Db,
  organisationId: string,
  accountIds: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  if (accountIds.length === 0) return new Map()
  const { rows } = await sql<{ account_id: string; followers: number }>`
    select distinct on (r.account_id) r.account_id, r.followers from strategy_account_readings r
    join (select account_id, max(at) as at from strategy_account_readings
      where organisation_id = ${organisationId} and account_id = any(${[...accountIds]}::uuid[]) group by 1) newest on newest.account_id = r.account_id
    where r.organisation_id = ${organisationId} and r.followers is not null and r.at <= newest.at - interval '28 days'
    order by r.account_id, r.at desc, r.id desc`.execute(db)
  return new Map(rows.map((row) => [row.account_id, row.followers]))
}

/** Readings of one account, newest first: one more than the limit, which tells whether there are more. */
export function selectReadings(
  db: Db,
  organisationId: string,
  { accountId, after, limit }: { readonly accountId: string; readonly after: string | null; readonly limit: number },
): Promise<ReadingRow[]> {
  return db
    .selectFrom('strategy_account_readings')
    .selectAll()
    .where('organisation_id', '=', organisationId)
    .where('account_id', '=', accountId)
    .$if(after !== null, (query) => query.where('id', '<', after))
    .orderBy('id', 'desc')
    .limit(limit + 1)
    .execute()
}

/** Keeps a reading. */
export async function insertReading(db: Db, row: Insertable<Tables['strategy_account_readings']>): Promise<void> {
  await db.insertInto('strategy_account_readings').values(row).execute()
}
