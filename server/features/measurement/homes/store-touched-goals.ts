import { sql } from 'kysely'
import type { Db } from '#server/kernel/database/database.ts'
import type { Touch } from '#server/kernel/events/changes-since.ts'

/** Goals that events were about, and those whose objectives or campaigns they were about: now, or as they were known. */
export async function readTouchedGoals(
  db: Db,
  organisationId: string,
  touched: readonly Touch[],
  known: ReadonlyMap<string, { readonly id: string; readonly campaignIds: readonly string[] }>,
): Promise<readonly string[]> {
  const of = (type: string) => [...new Set(touched.flatMap(({ subject, id }) => (subject === type ? [id] : [])))]
  const [goals, campaigns] = [of('goal'), of('campaign')]
  // A goal knows its objectives by their ids: a changed title or date of one is no change of the goal.
  const objectives = [
    ...new Set(
      touched.flatMap(({ subject, id, verb }) => (subject === 'objective' && verb !== 'objective.changed' ? [id] : [])),
    ),
  ]
  if (campaigns.length === 0 && objectives.length === 0) return goals
  const changed = new Set(campaigns)
  const former = [...known.values()].filter(({ campaignIds }) => campaignIds.some((id) => changed.has(id)))
  const { rows } = await sql<{ id: string }>`
    select l.goal_id as id from content_campaign_goals l where l.organisation_id = ${organisationId} and l.campaign_id = any(${campaigns}::uuid[])
    union select l.goal_id from strategy_goal_objectives l where l.organisation_id = ${organisationId} and l.objective_id = any(${objectives}::uuid[])`.execute(
    db,
  )
  return [...new Set([...goals, ...former.map(({ id }) => id), ...rows.map(({ id }) => id)])]
}
