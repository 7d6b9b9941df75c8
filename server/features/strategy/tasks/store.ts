import { sql, type Insertable, type RawBuilder, type Updateable } from 'kysely'
import type { TASK_STATES } from '#contract/plans.ts'
import type { Db, Tables } from '#server/kernel/database/database.ts'

interface Titled {
  readonly id: string
  readonly title: string
}

export interface CheckItem {
  readonly text: string
  readonly done: boolean
}

export interface TaskRow {
  readonly id: string
  readonly title: string
  readonly description: string
  readonly owner_id: string | null
  readonly owner_name: string | null
  readonly due_on: string | null
  readonly state: (typeof TASK_STATES)[number]
  readonly hours_planned: string
  readonly hours_actual: string
  readonly checklist: CheckItem[]
  readonly plan: Titled | null
  readonly goal: Titled | null
  readonly campaign: Titled | null
  readonly posts: Titled[]
  readonly reviews: number
  readonly created_at: Date
  readonly removed_at: Date | null
  readonly version: number
}

interface Wanted {
  readonly where: RawBuilder<unknown>
  readonly order: RawBuilder<unknown>
  readonly limit: number
}

/** Tasks with everything that is shown of them. `where` and `order` speak of `t`. */
export async function selectTasks(db: Db, organisationId: string, { where, order, limit }: Wanted): Promise<TaskRow[]> {
  const titled = (table: string, id: string) =>
    sql`(select json_build_object('id', x.id, 'title', x.title) from ${sql.table(table)} x
      where x.organisation_id = ${organisationId} and x.id = t.${sql.ref(id)} and x.removed_at is null)`
  const { rows } = await sql<TaskRow>`
    with chosen as materialized (
      select t.* from strategy_tasks t where t.organisation_id = ${organisationId} and ${where} order by ${order} limit ${limit}
    )
    select t.*, owner.name as owner_name, ${titled('strategy_plans', 'plan_id')} as plan,
      ${titled('strategy_goals', 'goal_id')} as goal, ${titled('content_campaigns', 'campaign_id')} as campaign,
      (select coalesce(json_agg(json_build_object('id', p.id, 'title', coalesce(nullif(p.title, ''), left(p.text, 80))) order by p.id), '[]')
        from strategy_task_posts l join publishing_posts p on p.organisation_id = ${organisationId} and p.id = l.post_id
        where l.organisation_id = ${organisationId} and l.task_id = t.id) as posts,
      (select count(*)::int from strategy_reviews r where r.organisation_id = ${organisationId} and r.subject_type = 'task' and r.subject_id = t.id and r.cleared_at is null) as reviews
    from chosen t left join organisation_people owner on owner.organisation_id = ${organisationId} and owner.id = t.owner_id
    order by ${order}`.execute(db)
  return rows
}

/** Holds the row until the transaction ends. */
export async function lockTask(db: Db, organisationId: string, id: string): Promise<void> {
  await db
    .selectFrom('strategy_tasks')
    .select('id')
    .where('organisation_id', '=', organisationId)
    .where('id', '=', id)
    .forUpdate()
    .execute()
}

/** Inserts a task. */
export async function insertTask(db: Db, row: Insertable<Tables['strategy_tasks']>): Promise<void> {
  await db.insertInto('strategy_tasks').values(row).execute()
}

/** Writes the columns given and counts the version up. */
export async function updateTask(
  db: Db,
  organisationId: string,
  id: string,
  columns: Updateable<Tables['strategy_tasks']>,
): Promise<void> {
  await db
    .updateTable('strategy_tasks')
    .set({ ...columns, version: sql`version + 1` })
    .where('organisation_id', '=', organisationId)
    .where('id', '=', id)
    .execute()
}
