import { sql, type Insertable, type RawBuilder, type Updateable } from 'kysely'
import type { TOOL_CYCLES } from '#contract/budget-records.ts'
import { Refusal } from '#contract/refusal.ts'
import type { Db, Tables } from '#server/kernel/database/database.ts'
import { placeColumns, type PlaceRow } from '../store-places.ts'

export interface ToolRow extends PlaceRow {
  readonly id: string
  readonly name: string
  readonly note: string
  readonly price: string
  readonly currency: string
  readonly cycle: (typeof TOOL_CYCLES)[number]
  readonly starts_on: string
  readonly ends_on: string | null
  readonly in_plan: boolean
  readonly removed_at: Date | null
  readonly version: number
}

/** Subscriptions with what they are charged to, newest first. `where` speaks of `s`. */
export async function selectTools(
  db: Db,
  organisationId: string,
  { where, limit }: { readonly where: RawBuilder<unknown>; readonly limit: number },
): Promise<ToolRow[]> {
  const { rows } = await sql<ToolRow>`
    select s.*, ${placeColumns(organisationId, 's')} from strategy_tools s
    where s.organisation_id = ${organisationId} and ${where} order by s.id desc limit ${limit}`.execute(db)
  return rows
}

/** One subscription, removed or not. Refuses `record.not-found`. */
export async function findAnyTool(db: Db, organisationId: string, id: string): Promise<ToolRow> {
  const [row] = await selectTools(db, organisationId, { where: sql`s.id = ${id}`, limit: 1 })
  if (row === undefined) throw new Refusal('record.not-found')
  return row
}

/** One subscription as it is. Refuses `record.not-found`, also for one that was removed. */
export async function findTool(db: Db, organisationId: string, id: string): Promise<ToolRow> {
  const row = await findAnyTool(db, organisationId, id)
  if (row.removed_at !== null) throw new Refusal('record.not-found')
  return row
}

/** Holds the row until the transaction ends. */
export async function lockTool(db: Db, organisationId: string, id: string): Promise<void> {
  await db
    .selectFrom('strategy_tools')
    .select('id')
    .where('organisation_id', '=', organisationId)
    .where('id', '=', id)
    .forUpdate()
    .execute()
}

/** Inserts a subscription. */
export async function insertTool(db: Db, row: Insertable<Tables['strategy_tools']>): Promise<void> {
  await db.insertInto('strategy_tools').values(row).execute()
}

/** Writes the columns given and counts the version up. */
export async function updateTool(
  db: Db,
  organisationId: string,
  id: string,
  columns: Updateable<Tables['strategy_tools']>,
): Promise<void> {
  await db
    .updateTable('strategy_tools')
    .set({ ...columns, version: sql`version + 1` })
    .where('organisation_id', '=', organisationId)
    .where('id', '=', id)
    .execute()
}
