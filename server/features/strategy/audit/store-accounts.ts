import { sql, type Insertable, type RawBuilder, type Updateable } from 'kysely'
import type { ACCOUNT_STATES, AccountFinding, AccountPlatform } from '#contract/audit-records.ts'
import type { Db, Tables } from '#server/kernel/database/database.ts'

export interface TaskLink {
  readonly id: string
  readonly title: string
  readonly state: string
  readonly finding: AccountFinding
}

export interface AccountRow {
  readonly organisation_id: string
  readonly id: string
  readonly platform: AccountPlatform
  readonly handle: string
  readonly handle_key: string
  readonly url: string
  readonly name: string
  readonly state: (typeof ACCOUNT_STATES)[number]
  readonly competitor_id: string | null
  readonly competitor_name: string | null
  readonly channel_id: string | null
  readonly channel_name: string | null
  readonly unit_id: string | null
  readonly unit_name: string | null
  readonly holder_id: string | null
  readonly holder_name: string | null
  readonly holder_active: boolean | null
  readonly holder_words: string
  readonly notes: string
  readonly source: 'entered' | 'imported' | 'channel'
  readonly looked_up_at: Date | null
  readonly lookup_problem: string | null
  readonly tasks: TaskLink[]
  readonly created_at: Date
  readonly removed_at: Date | null
  readonly version: number
}

interface Wanted {
  /** Speaks of `a`. */
  readonly where: RawBuilder<unknown>
  readonly limit: number
}

/** Accounts with everything that is shown of them but their readings, newest first. Those of removed competitors are left out. */
export async function selectAccounts(db: Db, organisationId: string, { where, limit }: Wanted): Promise<AccountRow[]> {
  const { rows } = await sql<AccountRow>`
    select a.*, k.name as competitor_name, c.name as channel_name, u.name as unit_name, h.name as holder_name, h.active as holder_active,
      (select coalesce(json_agg(json_build_object('id', t.id, 'title', t.title, 'state', t.state, 'finding', l.finding) order by t.id), '[]')
        from strategy_audit_tasks l join strategy_tasks t on t.organisation_id = ${organisationId} and t.id = l.task_id and t.removed_at is null
        where l.organisation_id = ${organisationId} and l.account_id = a.id) as tasks
    from strategy_accounts a
    left join strategy_competitors k on k.organisation_id = ${organisationId} and k.id = a.competitor_id
    left join publishing_channels c on c.organisation_id = ${organisationId} and c.id = a.channel_id
    left join organisation_units u on u.organisation_id = ${organisationId} and u.id = a.unit_id
    left join organisation_people h on h.organisation_id = ${organisationId} and h.id = a.holder_id
    where a.organisation_id = ${organisationId} and k.removed_at is null and ${where}
    order by a.id desc limit ${limit}`.execute(db)
  return rows
}

/** Lets one change of the list at a time through, so that the same account is never on it twice. */
export async function lockInventory(db: Db, organisationId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`accounts ${organisationId}`}, 0))`.execute(db)
}

/** The id of the account that stands on the list under this handle; null where none does. */
export async function findByHandle(
  db: Db,
  organisationId: string,
  { platform, key }: { readonly platform: string; readonly key: string },
): Promise<string | null> {
  const row = await db
    .selectFrom('strategy_accounts')
    .select('id')
    .where('organisation_id', '=', organisationId)
    .where('platform', '=', platform)
    .where('handle_key', '=', key)
    .where('removed_at', 'is', null)
    .executeTakeFirst()
  return row?.id ?? null
}

/** Inserts an account. */
export async function insertAccount(db: Db, row: Insertable<Tables['strategy_accounts']>): Promise<void> {
  await db.insertInto('strategy_accounts').values(row).execute()
}

/** Writes the columns given and counts the version up. */
export async function updateAccount(
  db: Db,
  organisationId: string,
  id: string,
  columns: Updateable<Tables['strategy_accounts']>,
): Promise<void> {
  await db
    .updateTable('strategy_accounts')
    .set({ ...columns, version: sql`version + 1` })
    .where('organisation_id', '=', organisationId)
    .where('id', '=', id)
    .execute()
}
