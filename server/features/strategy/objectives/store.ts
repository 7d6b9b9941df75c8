import { sql, type Insertable, type Updateable } from 'kysely'
import type { Db, Tables } from '#server/kernel/database/database.ts'

export type ObjectiveRow = NonNullable<Awaited<ReturnType<typeof selectObjective>>>

export interface ObjectiveReference {
  readonly id: string
  readonly title: string
}

/**
 * The objectives of these ids that may be referred to; others are left out. They are held until the transaction ends:
 * nobody removes them between this question and the rows that refer to them.
 */
export async function findObjectives(
  db: Db,
  organisationId: string,
  ids: readonly string[],
): Promise<readonly ObjectiveReference[]> {
  if (ids.length === 0) return []
  return db
    .selectFrom('strategy_objectives')
    .select(['id', 'title'])
    .where('organisation_id', '=', organisationId)
    .where('id', 'in', ids)
    .where('removed_at', 'is', null)
    .orderBy('id')
    .forKeyShare()
    .execute()
}

/** Titles and last days of these objectives, in the order of ids; removed ones are left out. */
export async function selectObjectivePeriods(db: Db, organisationId: string, ids: readonly string[]) {
  if (ids.length === 0) return []
  return db
    .selectFrom('strategy_objectives')
    .select(['title', 'ends_on as endsOn'])
    .where('organisation_id', '=', organisationId)
    .where('id', 'in', ids)
    .where('removed_at', 'is', null)
    .orderBy('id')
    .execute()
}

function objectives(db: Db, organisationId: string) {
  return db
    .selectFrom('strategy_objectives as o')
    .leftJoin('organisation_people as p', (join) =>
      join.onRef('p.organisation_id', '=', 'o.organisation_id').onRef('p.id', '=', 'o.owner_id'),
    )
    .selectAll('o')
    .select('p.name as owner_name')
    .select((eb) =>
      eb
        .selectFrom('strategy_goal_objectives as served')
        .innerJoin('strategy_goals as g', (join) =>
          join.onRef('g.organisation_id', '=', 'served.organisation_id').onRef('g.id', '=', 'served.goal_id'),
        )
        .select(sql<number>`count(*)`.as('count'))
        .whereRef('served.organisation_id', '=', 'o.organisation_id')
        .whereRef('served.objective_id', '=', 'o.id')
        .where('g.removed_at', 'is', null)
        .$asScalar()
        .$notNull()
        .as('goals'),
    )
    .where('o.organisation_id', '=', organisationId)
}

/** One objective with its owner and how many goals serve it, removed ones too; null where there is none. */
export async function selectObjective(db: Db, organisationId: string, id: string) {
  return (await objectives(db, organisationId).where('o.id', '=', id).executeTakeFirst()) ?? null
}

/** Objectives, newest first: one more than the limit, which tells whether there are more. */
export function selectObjectives(
  db: Db,
  organisationId: string,
  { after, limit }: { readonly after: string | null; readonly limit: number },
) {
  return objectives(db, organisationId)
    .where('o.removed_at', 'is', null)
    .$if(after !== null, (query) => query.where('o.id', '<', after))
    .orderBy('o.id', 'desc')
    .limit(limit + 1)
    .execute()
}

/** Holds the row until the transaction ends, against other changes and against new references. */
export async function lockObjective(db: Db, organisationId: string, id: string): Promise<void> {
  await db
    .selectFrom('strategy_objectives')
    .select('id')
    .where('organisation_id', '=', organisationId)
    .where('id', '=', id)
    .forUpdate()
    .execute()
}

/** Inserts an objective. */
export async function insertObjective(db: Db, row: Insertable<Tables['strategy_objectives']>): Promise<void> {
  await db.insertInto('strategy_objectives').values(row).execute()
}

/** Writes the columns given and counts the version up. */
export async function updateObjective(
  db: Db,
  organisationId: string,
  id: string,
  columns: Updateable<Tables['strategy_objectives']>,
): Promise<void> {
  await db
    .updateTable('strategy_objectives')
    .set({ ...columns, version: sql`version + 1` })
    .where('organisation_id', '=', organisationId)
    .where('id', '=', id)
    .execute()
}
