import { sql, type RawBuilder } from 'kysely'
import type { STOP_SCOPES } from '#contract/stops.ts'
import type { Db } from '#server/kernel/database/database.ts'

export interface CoveringStop {
  readonly stopId: string
  readonly kind: (typeof STOP_SCOPES)[number]
  readonly scopeId: string | null
  readonly scopeName: string
}

/** Whether any stop runs; drills hold nothing. */
export async function isStopped(db: Db, organisationId: string): Promise<boolean> {
  const { rows } = await sql<{ stopped: boolean }>`
    select exists (select from governance_stops where organisation_id = ${organisationId} and lifted_at is null and not drill) as stopped`.execute(
    db,
  )
  return rows[0]?.stopped ?? false
}

/**
 * The running stops that cover these deliveries, by delivery, the oldest stop first; deliveries that none covers are left out.
 * A unit's stop covers its channels and campaigns and those of all units below it.
 */
export async function stopsFor(
  db: Db,
  organisationId: string,
  deliveryIds: readonly string[],
): Promise<ReadonlyMap<string, readonly CoveringStop[]>> {
  if (deliveryIds.length === 0 || !(await isStopped(db, organisationId))) return new Map()
  const { rows } = await sql<CoveringStop & { readonly deliveryId: string }>`
    with recursive ${reach(organisationId, sql`s.lifted_at is null and not s.drill`)}
    select d.id as "deliveryId", s.id as "stopId", s.scope_kind as kind, s.scope_id as "scopeId", s.scope_name as "scopeName"
    from ${deliveries(organisationId)} join governance_stops s on s.organisation_id = d.organisation_id and s.lifted_at is null and not s.drill and ${covers}
    where d.id = any(${deliveryIds}::uuid[]) order by s.started_at, s.id`.execute(db)
  return Map.groupBy(rows, (row) => row.deliveryId)
}

/** Ids of deliveries in one of these states that a stop covers, those longest due first; `dueBy`: only what is due by then. */
export async function deliveriesOf(
  db: Db,
  organisationId: string,
  {
    stopId,
    states,
    dueBy,
  }: { readonly stopId: string; readonly states: readonly string[]; readonly dueBy: Date | null },
): Promise<{ readonly deliveryId: string; readonly postId: string }[]> {
  const due = dueBy === null ? sql`true` : sql`d.next_at <= ${dueBy}`
  const { rows } = await sql<{ deliveryId: string; postId: string }>`
    with recursive ${reach(organisationId, sql`s.id = ${stopId}`)}
    select d.id as "deliveryId", d.post_id as "postId"
    from ${deliveries(organisationId)} join governance_stops s on s.organisation_id = d.organisation_id and s.id = ${stopId} and ${covers}
    where d.state = any(${states}::text[]) and ${due} order by d.due_at, d.id`.execute(db)
  return rows
}

/** The units that each of these stops reaches. */
function reach(organisationId: string, which: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`reach as (
    select s.id as stop_id, s.scope_id as unit_id from governance_stops s where s.organisation_id = ${organisationId} and s.scope_kind = 'unit' and ${which}
    union select r.stop_id, u.id from organisation_units u join reach r on u.organisation_id = ${organisationId} and u.parent_id = r.unit_id)`
}

function deliveries(organisationId: string): RawBuilder<unknown> {
  return sql`publishing_deliveries d
    join publishing_posts p on p.organisation_id = ${organisationId} and p.id = d.post_id
    join publishing_channels c on c.organisation_id = ${organisationId} and c.id = d.channel_id
    left join content_campaigns k on k.organisation_id = ${organisationId} and k.id = p.campaign_id`
}

const covers = sql`d.organisation_id = s.organisation_id and (s.scope_kind = 'organisation'
  or (s.scope_kind = 'channel' and s.scope_id = d.channel_id) or (s.scope_kind = 'campaign' and s.scope_id = p.campaign_id)
  or (s.scope_kind = 'unit' and exists (select from reach r where r.stop_id = s.id and (r.unit_id = c.unit_id or r.unit_id = k.unit_id))))`
