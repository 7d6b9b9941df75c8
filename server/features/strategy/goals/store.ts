import { sql, type Insertable, type Updateable } from 'kysely'
import { jsonArrayFrom } from 'kysely/helpers/postgres'
import type { Db, Tables } from '#server/kernel/database/database.ts'

export type GoalRow = NonNullable<Awaited<ReturnType<typeof selectGoal>>>

export interface GoalReference {
  readonly id: string
  readonly title: string
}

/**
 * The goals of these ids that may be referred to; others are left out. They are held until the transaction ends: nobody
 * removes them between this question and the rows that refer to them.
 */
export async function findGoals(
  db: Db,
  organisationId: string,
  ids: readonly string[],
): Promise<readonly GoalReference[]> {
  if (ids.length === 0) return []
  return db
    .selectFrom('strategy_goals')
    .select(['id', 'title'])
    .where('organisation_id', '=', organisationId)
    .where('id', 'in', ids)
    .where('removed_at', 'is', null)
    .orderBy('id')
    .forKeyShare()
    .execute()
}

function goals(db: Db, organisationId: string) {
  return db
    .selectFrom('strategy_goals as g')
    .leftJoin('organisation_people as p', (join) =>
      join.onRef('p.organisation_id', '=', 'g.organisation_id').onRef('p.id', '=', 'g.owner_id'),
    )
    .selectAll('g')
    .select('p.name as owner_name')
    .select((eb) =>
      jsonArrayFrom(
        eb
          .selectFrom('strategy_goal_objectives as served')
          .innerJoin('strategy_objectives as o', (join) =>
            join.onRef('o.organisation_id', '=', 'served.organisation_id').onRef('o.id', '=', 'served.objective_id'),
          )
          .select(['o.id', 'o.title'])
          .whereRef('served.organisation_id', '=', 'g.organisation_id')
          .whereRef('served.goal_id', '=', 'g.id')
          .where('o.removed_at', 'is', null)
          .orderBy('o.id'),
      ).as('objectives'),
    )
    .where('g.organisation_id', '=', organisationId)
}

/** One goal with its owner and the objectives it serves, removed ones too; null where there is none. */
export async function selectGoal(db: Db, organisationId: string, id: string) {
  return (await goals(db, organisationId).where('g.id', '=', id).executeTakeFirst()) ?? null
}

export interface GoalPage {
  readonly objectiveId: string | undefined
  /** The id after which the page begins. */
  readonly after: string | null
  readonly limit: number
}

/** Goals, newest first: one more than the limit, which tells whether there are more. */
export function selectGoals(db: Db, organisationId: string, { objectiveId, after, limit }: GoalPage) {
  return goals(db, organisationId)
    .where('g.removed_at', 'is', null)
    .$if(after !== null, (query) => query.where('g.id', '<', after))
    .$if(objectiveId !== undefined, (query) =>
      query.where((eb) =>
        eb.exists(
          eb
            .selectFrom('strategy_goal_objectives as s')
            .select('s.goal_id')
            .whereRef('s.organisation_id', '=', 'g.organisation_id')
            .whereRef('s.goal_id', '=', 'g.id')
            .where('s.objective_id', '=', objectiveId ?? ''),
        ),
      ),
    )
    .orderBy('g.id', 'desc')
    .limit(limit + 1)
    .execute()
}

/** Holds the row until the transaction ends, against other changes and against new references. */
export async function lockGoal(db: Db, organisationId: string, id: string): Promise<void> {
  await db
    .selectFrom('strategy_goals')
    .select('id')
    .where('organisation_id', '=', organisationId)
    .where('id', '=', id)
    .forUpdate()
    .execute()
}

/** Inserts a goal. */
export async function insertGoal(db: Db, row: Insertable<Tables['strategy_goals']>): Promise<void> {
  await db.insertInto('strategy_goals').values(row).execute()
}

/** Writes the columns given and counts the version up. */
export async function updateGoal(
  db: Db,
  organisationId: string,
  id: string,
  columns: Updateable<Tables['strategy_goals']>,
): Promise<void> {
  await db
    .updateTable('strategy_goals')
    .set({ ...columns, version: sql`version + 1` })
    .where('organisation_id', '=', organisationId)
    .where('id', '=', id)
    .execute()
}

/** Makes the goal serve these objectives and no others. */
export async function replaceGoalObjectives(
  db: Db,
  goal: { readonly organisationId: string; readonly id: string },
  objectiveIds: readonly string[],
): Promise<void> {
  const { organisationId, id } = goal
  await db
    .deleteFrom('strategy_goal_objectives')
    .where('organisation_id', '=', organisationId)
    .where('goal_id', '=', id)
    .execute()
  if (objectiveIds.length === 0) return
  const rows = objectiveIds.map((objectiveId) => ({
    organisation_id: organisationId,
    goal_id: id,
    objective_id: objectiveId,
  }))
  await db.insertInto('strategy_goal_objectives').values(rows).execute()
}
