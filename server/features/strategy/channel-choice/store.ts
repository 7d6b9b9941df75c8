import { sql, type RawBuilder, type Updateable } from 'kysely'
import type { AccountPlatform } from '#contract/audit-records.ts'
import { CRITERIA, USUAL_WEIGHTS, type ChannelDecision, type Criterion } from '#contract/channel-criteria.ts'
import type { Db, Tables } from '#server/kernel/database/database.ts'
import type { Points, Weights } from '../domain/channels/score.ts'

export interface TargetRow {
  readonly id: string
  readonly posts_per_week: number
  readonly channel_id: string | null
  readonly channel_name: string | null
  readonly owner_id: string | null
  readonly owner_name: string | null
  readonly starts_on: string
  readonly ends_on: string | null
}

export interface ChoiceRow {
  readonly id: string
  readonly platform: AccountPlatform
  readonly points: Points
  readonly reasons: Readonly<Partial<Record<Criterion, string>>>
  readonly decision: ChannelDecision | null
  readonly reason: string
  readonly review_on: string | null
  readonly decided_by: string | null
  readonly decided_name: string | null
  readonly decided_at: Date | null
  readonly decided_on: { score: number; place: number; of: number; weights: Weights } | null
  readonly targets: TargetRow[]
  readonly created_at: Date
  readonly removed_at: Date | null
  readonly version: number
}

/** Choices with their channel plans, oldest first. `where` speaks of `c`. */
export async function selectChoices(db: Db, organisationId: string, where: RawBuilder<unknown>): Promise<ChoiceRow[]> {
  const { rows } = await sql<ChoiceRow>`
    select c.*, d.name as decided_name,
      (select coalesce(json_agg(json_build_object('id', t.id, 'posts_per_week', t.posts_per_week, 'channel_id', t.channel_id, 'channel_name', h.name,
          'owner_id', t.owner_id, 'owner_name', o.name, 'starts_on', t.starts_on, 'ends_on', t.ends_on) order by t.starts_on, t.id), '[]')
        from strategy_channel_targets t
        left join publishing_channels h on h.organisation_id = ${organisationId} and h.id = t.channel_id
        left join organisation_people o on o.organisation_id = ${organisationId} and o.id = t.owner_id
        where t.organisation_id = ${organisationId} and t.choice_id = c.id) as targets
    from strategy_channel_choices c
    left join organisation_people d on d.organisation_id = ${organisationId} and d.id = c.decided_by
    where c.organisation_id = ${organisationId} and ${where} order by c.id`.execute(db)
  return rows
}

/** Lets one change of the choice at a time through: a decision keeps the order in which it was taken. */
export async function lockChoices(db: Db, organisationId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`channel choice ${organisationId}`}, 0))`.execute(db)
}

/** What each criterion weighs here; the usual where nobody has said otherwise, as version 0. */
export async function readWeights(db: Db, organisationId: string): Promise<{ weights: Weights; version: number }> {
  const row = await db
    .selectFrom('strategy_channel_weights')
    .select(['weights', 'version'])
    .where('organisation_id', '=', organisationId)
    .executeTakeFirst()
  const kept = (row?.weights ?? {}) as Partial<Weights>
  const weights = Object.fromEntries(
    CRITERIA.map((criterion) => [criterion, kept[criterion] ?? USUAL_WEIGHTS[criterion]]),
  ) as Record<Criterion, number>
  return { weights, version: row?.version ?? 0 }
}

/** Writes the columns given and counts the version up. */
export async function updateChoice(
  db: Db,
  organisationId: string,
  id: string,
  columns: Updateable<Tables['strategy_channel_choices']>,
): Promise<void> {
  await db
    .updateTable('strategy_channel_choices')
    .set({ ...columns, version: sql`version + 1` })
    .where('organisation_id', '=', organisationId)
    .where('id', '=', id)
    .execute()
}
