import { sql } from 'kysely'
import type { Db } from '#server/kernel/database/database.ts'

export type DirectionRow = NonNullable<Awaited<ReturnType<typeof selectDirection>>>

/** Vision, mission and values with who wrote them, or null while nobody has. */
export async function selectDirection(db: Db, organisationId: string) {
  const row = await db
    .selectFrom('strategy_directions as d')
    .leftJoin('organisation_people as p', (join) =>
      join.onRef('p.organisation_id', '=', 'd.organisation_id').onRef('p.id', '=', 'd.changed_by'),
    )
    .selectAll('d')
    .select('p.name as changed_by_name')
    .where('d.organisation_id', '=', organisationId)
    .executeTakeFirst()
  return row ?? null
}

/** Holds the organisation's one row, which is made where there is none, so that two first writers queue as any others. */
export async function lockDirection(db: Db, organisationId: string): Promise<void> {
  await db
    .insertInto('strategy_directions')
    .values({ organisation_id: organisationId })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  await db
    .selectFrom('strategy_directions')
    .select('version')
    .where('organisation_id', '=', organisationId)
    .forUpdate()
    .execute()
}

export interface DirectionColumns {
  readonly vision: string
  readonly mission: string
  readonly values_held: string
  readonly changed_at: Date
  readonly changed_by: string | null
}

/** Writes vision, mission and values and counts the version up. */
export async function updateDirection(db: Db, organisationId: string, columns: DirectionColumns): Promise<void> {
  await db
    .updateTable('strategy_directions')
    .set({ ...columns, version: sql`version + 1` })
    .where('organisation_id', '=', organisationId)
    .execute()
}
