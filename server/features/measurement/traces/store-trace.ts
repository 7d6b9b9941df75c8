import { sql, type RawBuilder } from 'kysely'
import { titleOfText } from '#server/features/publishing/index.ts'
import type { Db } from '#server/kernel/database/database.ts'
import { toUnits } from '../domain/decimal.ts'
import { addValue, emptySums, type Sums } from '../domain/result.ts'
import type { Found, SubjectKind } from '../domain/trace.ts'
import type { Ids } from './reach.ts'

const MOST_ITEMS = 5

interface ItemRow {
  readonly id: string
  readonly title: string | null
  readonly text: string
  readonly detail: string | null
  readonly total: number
}

/**
 * The records of one kind that still exist among these ids: the first five, and how many there are. The detail is who answers
 * for it (objectives, goals, campaigns), who wrote it (pieces) or its channel (posts).
 */
export async function readStation(db: Db, organisationId: string, kind: SubjectKind, ids: Ids): Promise<Found> {
  const { rows } = await stationQuery(organisationId, kind, ids).execute(db)
  return {
    items: rows.map(({ id, title, text, detail }) => ({ id, title: title ?? titleOfText(text), detail })),
    total: rows[0]?.total ?? 0,
  }
}

const OWNED = {
  objective: { table: 'strategy_objectives', person: 'owner_id' },
  goal: { table: 'strategy_goals', person: 'owner_id' },
  campaign: { table: 'content_campaigns', person: 'owner_id' },
  piece: { table: 'content_pieces', person: 'created_by' },
} as const

function stationQuery(organisationId: string, kind: SubjectKind, ids: Ids): RawBuilder<ItemRow> {
  if (kind === 'post') {
    return sql<ItemRow>`
      select p.id, p.title, left(p.text, 200) as text, c.name as detail, (count(*) over ())::int as total
      from publishing_posts p
      join publishing_deliveries d on d.organisation_id = p.organisation_id and d.post_id = p.id
      join publishing_channels c on c.organisation_id = p.organisation_id and c.id = p.channel_id
      where p.organisation_id = ${organisationId} and d.organisation_id = ${organisationId} and p.id in (${ids}) and d.state <> 'cancelled'
      order by d.due_at desc, p.id desc limit ${MOST_ITEMS}`
  }
  const { table, person } = OWNED[kind]
  return sql<ItemRow>`
    select r.id, r.title, '' as text, who.name as detail, (count(*) over ())::int as total
    from ${sql.table(table)} r
    left join organisation_people who on who.organisation_id = r.organisation_id and who.id = r.${sql.ref(person)}
    where r.organisation_id = ${organisationId} and r.id in (${ids}) and r.removed_at is null
    order by r.id limit ${MOST_ITEMS}`
}

/** The title of a post, cancelled or not; null where there is none. Lets a cancelled post be traced as well. */
export async function readPost(db: Db, organisationId: string, id: string): Promise<Found> {
  const { rows } = await sql<ItemRow>`
    select p.id, p.title, left(p.text, 200) as text, c.name as detail, 1 as total
    from publishing_posts p join publishing_channels c on c.organisation_id = p.organisation_id and c.id = p.channel_id
    where p.organisation_id = ${organisationId} and p.id = ${id}`.execute(db)
  return {
    items: rows.map((row) => ({ id: row.id, title: row.title ?? titleOfText(row.text), detail: row.detail })),
    total: rows.length,
  }
}

/** What the posts among these ids brought, whenever it was: people's clicks, conversions (refunds not counted) and value. */
export async function readResult(db: Db, organisationId: string, posts: Ids): Promise<Sums> {
  const { rows } = await sql<{
    posts: number
    clicks: number
    currency: string | null
    conversions: number
    value: string
  }>`
    with chosen as materialized (${posts})
    select
      (select count(*)::int from publishing_deliveries where organisation_id = ${organisationId} and state = 'published' and post_id in (table chosen)) as posts,
      (select count(*)::int from measurement_clicks where organisation_id = ${organisationId} and not robot and post_id in (table chosen)) as clicks,
      v.currency, coalesce(v.conversions, 0) as conversions, coalesce(v.value, 0) as value
    from (select 1) one left join (
      select currency, count(*) filter (where value >= 0)::int as conversions, trim_scale(sum(value)) as value
      from measurement_conversions where organisation_id = ${organisationId} and post_id in (table chosen) group by currency
    ) v on true`.execute(db)
  const sums = emptySums()
  for (const row of rows) {
    sums.posts = row.posts
    sums.clicks = row.clicks
    sums.conversions += row.conversions
    if (row.currency !== null) addValue(sums, row.currency, toUnits(row.value))
  }
  return sums
}
