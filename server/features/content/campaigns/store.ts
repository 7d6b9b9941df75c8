import { sql, type Insertable, type RawBuilder, type Updateable } from 'kysely'
import { jsonArrayFrom } from 'kysely/helpers/postgres'
import type { Db, Tables } from '#server/kernel/database/database.ts'

export type CampaignRow = NonNullable<Awaited<ReturnType<typeof selectCampaign>>>

export interface CampaignReference {
  readonly id: string
  readonly title: string
}

/**
 * A campaign that may be referred to, or null. It is held until the transaction ends: nobody removes it between this
 * question and the row that refers to it.
 */
export async function findCampaign(db: Db, organisationId: string, id: string): Promise<CampaignReference | null> {
  const row = await db
    .selectFrom('content_campaigns')
    .select(['id', 'title'])
    .where('organisation_id', '=', organisationId)
    .where('id', '=', id)
    .where('removed_at', 'is', null)
    .forKeyShare()
    .executeTakeFirst()
  return row ?? null
}

function campaigns(db: Db, organisationId: string) {
  return db
    .selectFrom('content_campaigns as c')
    .leftJoin('organisation_people as p', (join) =>
      join.onRef('p.organisation_id', '=', 'c.organisation_id').onRef('p.id', '=', 'c.owner_id'),
    )
    .selectAll('c')
    .select('p.name as owner_name')
    .select((eb) => [
      jsonArrayFrom(
        eb
          .selectFrom('content_campaign_goals as cg')
          .innerJoin('strategy_goals as g', (join) =>
            join.onRef('g.organisation_id', '=', 'cg.organisation_id').onRef('g.id', '=', 'cg.goal_id'),
          )
          .select(['g.id', 'g.title'])
          .whereRef('cg.organisation_id', '=', 'c.organisation_id')
          .whereRef('cg.campaign_id', '=', 'c.id')
          .where('g.removed_at', 'is', null)
          .orderBy('g.id'),
      ).as('goals'),
      jsonArrayFrom(
        eb
          .selectFrom('content_campaign_audiences as ca')
          .innerJoin('strategy_audiences as a', (join) =>
            join.onRef('a.organisation_id', '=', 'ca.organisation_id').onRef('a.id', '=', 'ca.audience_id'),
          )
          .select(['a.id', 'a.name'])
          .select(sql<boolean>`a.archived_at is not null`.as('archived'))
          .whereRef('ca.organisation_id', '=', 'c.organisation_id')
          .whereRef('ca.campaign_id', '=', 'c.id')
          .orderBy('a.id'),
      ).as('audiences'),
      eb
        .selectFrom('content_pieces as pieces')
        .select(sql<number>`count(*)`.as('count'))
        .whereRef('pieces.organisation_id', '=', 'c.organisation_id')
        .whereRef('pieces.campaign_id', '=', 'c.id')
        .where('pieces.removed_at', 'is', null)
        .$asScalar()
        .$notNull()
        .as('pieces'),
    ])
    .where('c.organisation_id', '=', organisationId)
}

/** One campaign with what it serves and what serves it, removed ones too; null where there is none. */
export async function selectCampaign(db: Db, organisationId: string, id: string) {
  return (await campaigns(db, organisationId).where('c.id', '=', id).executeTakeFirst()) ?? null
}

export interface CampaignPage {
  readonly goalId: string | undefined
  readonly audienceId: string | undefined
  /** The id after which the page begins. */
  readonly after: string | null
  readonly limit: number
  /** Which of them whoever asks may see. */
  readonly seen: RawBuilder<boolean>
}

/** Campaigns, newest first: one more than the limit, which tells whether there are more. */
export function selectCampaigns(
  db: Db,
  organisationId: string,
  { goalId, audienceId, after, limit, seen }: CampaignPage,
) {
  return campaigns(db, organisationId)
    .where('c.removed_at', 'is', null)
    .where(seen)
    .$if(after !== null, (query) => query.where('c.id', '<', after))
    .$if(goalId !== undefined, (query) =>
      query.where((eb) =>
        eb.exists(
          eb
            .selectFrom('content_campaign_goals as served')
            .select('served.goal_id')
            .whereRef('served.organisation_id', '=', 'c.organisation_id')
            .whereRef('served.campaign_id', '=', 'c.id')
            .where('served.goal_id', '=', goalId ?? ''),
        ),
      ),
    )
    .$if(audienceId !== undefined, (query) =>
      query.where((eb) =>
        eb.exists(
          eb
            .selectFrom('content_campaign_audiences as spoken')
            .select('spoken.audience_id')
            .whereRef('spoken.organisation_id', '=', 'c.organisation_id')
            .whereRef('spoken.campaign_id', '=', 'c.id')
            .where('spoken.audience_id', '=', audienceId ?? ''),
        ),
      ),
    )
    .orderBy('c.id', 'desc')
    .limit(limit + 1)
    .execute()
}

/** Holds the row until the transaction ends, against other changes and against new references. */
export async function lockCampaign(db: Db, organisationId: string, id: string): Promise<void> {
  await db
    .selectFrom('content_campaigns')
    .select('id')
    .where('organisation_id', '=', organisationId)
    .where('id', '=', id)
    .forUpdate()
    .execute()
}

/** Inserts a campaign. */
export async function insertCampaign(db: Db, row: Insertable<Tables['content_campaigns']>): Promise<void> {
  await db.insertInto('content_campaigns').values(row).execute()
}

/** Writes the columns given and counts the version up. */
export async function updateCampaign(
  db: Db,
  organisationId: string,
  id: string,
  columns: Updateable<Tables['content_campaigns']>,
): Promise<void> {
  await db
    .updateTable('content_campaigns')
    .set({ ...columns, version: sql`version + 1` })
    .where('organisation_id', '=', organisationId)
    .where('id', '=', id)
    .execute()
}

/** Makes the campaign serve these goals and no others. */
export async function replaceCampaignGoals(
  db: Db,
  campaign: { readonly organisationId: string; readonly id: string },
  goalIds: readonly string[],
): Promise<void> {
  const { organisationId, id } = campaign
  await db
    .deleteFrom('content_campaign_goals')
    .where('organisation_id', '=', organisationId)
    .where('campaign_id', '=', id)
    .execute()
  if (goalIds.length === 0) return
  const rows = goalIds.map((goalId) => ({ organisation_id: organisationId, campaign_id: id, goal_id: goalId }))
  await db.insertInto('content_campaign_goals').values(rows).execute()
}

/** Makes the campaign speak to these audiences and no others. */
export async function replaceCampaignAudiences(
  db: Db,
  campaign: { readonly organisationId: string; readonly id: string },
  audienceIds: readonly string[],
): Promise<void> {
  const { organisationId, id } = campaign
  await db
    .deleteFrom('content_campaign_audiences')
    .where('organisation_id', '=', organisationId)
    .where('campaign_id', '=', id)
    .execute()
  if (audienceIds.length === 0) return
  const rows = audienceIds.map((audienceId) => ({
    organisation_id: organisationId,
    campaign_id: id,
    audience_id: audienceId,
  }))
  await db.insertInto('content_campaign_audiences').values(rows).execute()
}

/** How many campaigns serve each of these goals; goals that none serves are left out. */
export async function countCampaignsOfGoals(
  db: Db,
  organisationId: string,
  goalIds: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  if (goalIds.length === 0) return new Map()
  const rows = await db
    .selectFrom('content_campaign_goals as cg')
    .innerJoin('content_campaigns as c', (join) =>
      join.onRef('c.organisation_id', '=', 'cg.organisation_id').onRef('c.id', '=', 'cg.campaign_id'),
    )
    .select(['cg.goal_id', sql<number>`count(*)`.as('campaigns')])
    .where('cg.organisation_id', '=', organisationId)
    .where('cg.goal_id', 'in', goalIds)
    .where('c.removed_at', 'is', null)
    .groupBy('cg.goal_id')
    .execute()
  return new Map(rows.map((row) => [row.goal_id, row.campaigns]))
}
