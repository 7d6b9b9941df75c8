import { sql } from 'kysely'
import type { Db } from '#server/kernel/database/database.ts'

export interface GoalRow {
  readonly id: string
  readonly title: string
  readonly kpi: string
  readonly kpiEdition: number
  readonly baseline: string
  readonly target: string
  readonly startsOn: string
  readonly dueOn: string
  readonly ownerId: string | null
  readonly ownerName: string | null
  readonly objectiveIds: string[]
  readonly campaignIds: string[]
}

export interface GoalsWanted {
  readonly organisationId: string
  readonly goalId?: string | undefined
  /** Only these. */
  readonly goalIds?: readonly string[]
  readonly objectiveId?: string | undefined
  /** Only goals that are due on this day or later. */
  readonly dueFrom?: string
  /** Only goals that have begun by this day. */
  readonly startedBy?: string
  readonly before?: string | null
  readonly limit: number
}

/** Goals with the objectives they serve and the campaigns that serve them, newest first. */
export async function readGoals(db: Db, wanted: GoalsWanted): Promise<GoalRow[]> {
  const organisation = wanted.organisationId
  const [goalId, objectiveId, before] = [wanted.goalId ?? null, wanted.objectiveId ?? null, wanted.before ?? null]
  const goalIds = wanted.goalIds === undefined ? null : [...wanted.goalIds]
  const [dueFrom, startedBy] = [wanted.dueFrom ?? null, wanted.startedBy ?? null]
  const { rows } = await sql<GoalRow>`
    with listed as materialized (
      select g.* from strategy_goals g
      where g.organisation_id = ${organisation} and g.removed_at is null
        and (${goalId}::uuid is null or g.id = ${goalId}::uuid)
        and (${goalIds}::uuid[] is null or g.id = any(${goalIds}::uuid[]))
        and (${objectiveId}::uuid is null or g.id in (
          select goal_id from strategy_goal_objectives where organisation_id = ${organisation} and objective_id = ${objectiveId}::uuid))
        and (${dueFrom}::date is null or g.due_on >= ${dueFrom}::date)
        and (${startedBy}::date is null or g.starts_on <= ${startedBy}::date)
        and (${before}::uuid is null or g.id < ${before}::uuid)
      order by g.id desc limit ${wanted.limit}
    ), above as (
      select l.goal_id, array_agg(l.objective_id order by l.objective_id) as ids from strategy_goal_objectives l
      join strategy_objectives o on o.organisation_id = l.organisation_id and o.id = l.objective_id and o.removed_at is null
      where l.organisation_id = ${organisation} and l.goal_id in (select id from listed) group by l.goal_id
    ), below as (
      select l.goal_id, array_agg(l.campaign_id) as ids from content_campaign_goals l
      where l.organisation_id = ${organisation} and l.goal_id in (select id from listed) group by l.goal_id
    )
    select g.id, g.title, g.kpi, g.kpi_edition as "kpiEdition", trim_scale(g.baseline) as baseline, trim_scale(g.target) as target, g.starts_on as "startsOn", g.due_on as "dueOn",
      who.id as "ownerId", who.name as "ownerName", coalesce(above.ids, '{}') as "objectiveIds", coalesce(below.ids, '{}') as "campaignIds"
    from listed g
    left join organisation_people who on who.organisation_id = g.organisation_id and who.id = g.owner_id
    left join above on above.goal_id = g.id
    left join below on below.goal_id = g.id
    order by g.id desc`.execute(db)
  return rows
}

export interface NamesWanted {
  readonly organisationId: string
  readonly by: 'campaign' | 'channel'
  readonly ids: readonly string[]
}

/** What these campaigns or channels are called. */
export async function readNames(
  db: Db,
  { organisationId, by, ids }: NamesWanted,
): Promise<{ id: string; title: string }[]> {
  if (ids.length === 0) return []
  if (by === 'campaign')
    return db
      .selectFrom('content_campaigns')
      .select(['id', 'title'])
      .where('organisation_id', '=', organisationId)
      .where('id', 'in', ids)
      .execute()
  return db
    .selectFrom('publishing_channels')
    .select(['id', 'name as title'])
    .where('organisation_id', '=', organisationId)
    .where('id', 'in', ids)
    .execute()
}
