import { sql, type Insertable, type RawBuilder, type Updateable } from 'kysely'
import { Refusal } from '#contract/refusal.ts'
import type { Db, Tables } from '#server/kernel/database/database.ts'
import { placeColumns, type PlaceRow } from '../store-places.ts'

export interface HoursRow extends PlaceRow {
  readonly id: string
  readonly person_id: string
  readonly person_name: string
  readonly on_day: string
  readonly hours: string
  readonly note: string
  readonly removed_at: Date | null
  readonly version: number
  /** By the rate of the day. */
  readonly rate: { readonly amount: string; readonly currency: string } | null
}

/** Hours with who worked them and at what rate, newest first. `where` speaks of `h`. */
export async function selectHours(
  db: Db,
  organisationId: string,
  { where, limit }: { readonly where: RawBuilder<unknown>; readonly limit: number },
): Promise<HoursRow[]> {
  const { rows } = await sql<HoursRow>`
    select h.*, who.name as person_name, ${placeColumns(organisationId, 'h')},
      (select json_build_object('amount', trim_scale(r.amount)::text, 'currency', r.currency) from strategy_cost_rates r
        where r.organisation_id = ${organisationId} and r.person_id = h.person_id and r.since <= h.on_day order by r.since desc limit 1) as rate
    from strategy_hours h join organisation_people who on who.organisation_id = ${organisationId} and who.id = h.person_id
    where h.organisation_id = ${organisationId} and ${where} order by h.id desc limit ${limit}`.execute(db)
  return rows
}

/** One entry of hours held for the change that follows, removed or not. Refuses `record.not-found`. */
export async function holdHours(db: Db, organisationId: string, id: string): Promise<HoursRow> {
  await db
    .selectFrom('strategy_hours')
    .select('id')
    .where('organisation_id', '=', organisationId)
    .where('id', '=', id)
    .forUpdate()
    .execute()
  const [row] = await selectHours(db, organisationId, { where: sql`h.id = ${id}`, limit: 1 })
  if (row === undefined) throw new Refusal('record.not-found')
  return row
}

/** Inserts hours. */
export async function insertHours(db: Db, row: Insertable<Tables['strategy_hours']>): Promise<void> {
  await db.insertInto('strategy_hours').values(row).execute()
}

/** Writes the columns given and counts the version up. */
export async function updateHours(
  db: Db,
  organisationId: string,
  id: string,
  columns: Updateable<Tables['strategy_hours']>,
): Promise<void> {
  await db
    .updateTable('strategy_hours')
    .set({ ...columns, version: sql`version + 1` })
    .where('organisation_id', '=', organisationId)
    .where('id', '=', id)
    .execute()
}
