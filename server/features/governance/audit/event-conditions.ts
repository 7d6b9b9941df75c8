import { sql, type RawBuilder } from 'kysely'
import { ROOM_OF_SUBJECT, SUBJECTS } from '#contract/governance.ts'
import type { EventFilter } from '#contract/audit.ts'
import type { Db } from '#server/kernel/database/database.ts'

export type Condition = RawBuilder<unknown>

export interface EventConditions {
  /** What an index answers, in the order of the list. */
  readonly indexed: readonly Condition[]
  /** What has to be looked up event by event. */
  readonly others: readonly Condition[]
}

/** The conditions of a filter on `events e`. Of what an index could answer just the narrowest is left to one. */
export async function eventConditions(db: Db, organisationId: string, filter: EventFilter): Promise<EventConditions> {
  const indexed: Condition[] = [sql`e.organisation_id = ${organisationId}`]
  if (filter.from !== undefined) indexed.push(sql`e.at >= ${new Date(filter.from)}`)
  if (filter.to !== undefined) indexed.push(sql`e.at < ${new Date(filter.to)}`)
  const [narrowest, ...others] = named(filter)
  if (narrowest !== undefined) indexed.push(narrowest)
  if (filter.room !== undefined) {
    const types = SUBJECTS.filter((type) => ROOM_OF_SUBJECT[type] === filter.room)
    others.push(sql`e.subject_type = any(${types})`)
  }
  if (filter.text !== undefined) others.push(holdsText(filter.text))
  if (filter.unitId !== undefined) others.push(await ofUnit(db, organisationId, filter.unitId))
  return { indexed, others }
}

export function all(conditions: readonly Condition[]): Condition {
  return conditions.length === 0 ? sql`true` : sql.join([...conditions], sql` and `)
}

/** The narrowest first. */
function named({ subjectId, subjectType, actorId, verb }: EventFilter): Condition[] {
  const conditions: Condition[] = []
  if (subjectId !== undefined) {
    // With its type an index knows a record; by its id alone one is looked for under every type there is.
    const types = subjectType === undefined ? [...SUBJECTS] : [subjectType]
    conditions.push(sql`(e.subject_type = any(${types}) and e.subject_id = ${subjectId})`)
  }
  if (actorId === 'system') conditions.push(sql`(e.actor_id is null and e.actor_kind = 'system')`)
  else if (actorId !== undefined) conditions.push(sql`e.actor_id = ${actorId}`)
  if (verb !== undefined) conditions.push(sql`e.verb = ${verb}`)
  if (subjectId === undefined && subjectType !== undefined) conditions.push(sql`e.subject_type = ${subjectType}`)
  return conditions
}

function holdsText(text: string): Condition {
  const pattern = `%${text.replaceAll(/[\\%_]/g, (sign) => `\\${sign}`)}%`
  return sql`(e.subject_title ilike ${pattern} or e.actor_name ilike ${pattern} or e.after::text ilike ${pattern} or e.before::text ilike ${pattern})`
}

/** What a unit's people (and their keys) did, its own history, and that of its channels, campaigns and posts; with all units below it. */
async function ofUnit(db: Db, organisationId: string, unitId: string): Promise<Condition> {
  const { rows } = await sql<{ actors: string[]; records: string[]; channels: string[]; campaigns: string[] }>`
    with recursive reach as (
      select id from organisation_units where organisation_id = ${organisationId} and id = ${unitId}
      union select u.id from organisation_units u join reach r on u.organisation_id = ${organisationId} and u.parent_id = r.id
    ), people as (
      select person_id as id from organisation_positions where organisation_id = ${organisationId} and unit_id in (select id from reach) and person_id is not null and closed_at is null
    ), channels as (select id from publishing_channels where organisation_id = ${organisationId} and unit_id in (select id from reach)),
    campaigns as (select id from content_campaigns where organisation_id = ${organisationId} and unit_id in (select id from reach))
    select
      array(select id from people union select id from organisation_api_keys where organisation_id = ${organisationId} and person_id in (select id from people)) as actors,
      array(select id from reach union select id from channels union select id from campaigns) as records,
      array(select id from channels) as channels, array(select id from campaigns) as campaigns`.execute(db)
  const { actors = [], records = [], channels = [], campaigns = [] } = rows[0] ?? {}
  return sql`(e.actor_id = any(${actors}::uuid[]) or e.subject_id = any(${records}::uuid[])
    or (e.subject_type in ('post', 'delivery') and exists (
      select from publishing_posts p left join publishing_deliveries d on d.organisation_id = p.organisation_id and d.post_id = p.id
      where p.organisation_id = ${organisationId} and (p.id = e.subject_id or d.id = e.subject_id) and (p.channel_id = any(${channels}::uuid[]) or p.campaign_id = any(${campaigns}::uuid[])))))`
}
